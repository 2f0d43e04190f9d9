import { actor, type Stage } from './play.js';

/** Fills the create form with a storage in S3 that nobody has yet: demo/my-storage. */
export async function fillS3(stage: Stage): Promise<void> {
  const form = actor('create-form');
  await form.see(stage, 'Choose a provider');
  await form.fill(stage, 'Namespace', 'demo');
  await form.fill(stage, 'Name', 'my-storage');
  await form.fill(stage, 'Provider', 's3');
  await form.fill(stage, 'AWS Access Key ID', 'dummy-access-key-id');
  await form.fill(stage, 'AWS Secret Access Key', 'dummy-secret');
  await form.fill(stage, 'Bucket', 'lab-two');
  await form.fill(stage, 'End Point', 'https://minio.storage.svc:9000');
  await form.fill(stage, 'Region', 'us-east-1');
}
