import type { ManifestPreviewController } from '../controllers/manifest-preview-controller.js';
import type { DataSource } from '../data-source/types.js';
import type { PlanResult } from '../manifest/creation-plan.js';
import { BackupStorageErrorEvent } from './error-event.js';
import { BackupStorageSubmitEvent } from './manifest-events.js';

/**
 * Asks the host, creates the objects, and tells of a fault. Resolves with undefined when nothing was sent: the manifest
 * has faults, a submit is under way, or the host has prevented it.
 */
export async function submitManifest(
  element: HTMLElement,
  preview: ManifestPreviewController,
  source: () => DataSource | undefined,
): Promise<PlanResult | undefined> {
  if (!preview.ready()) return undefined;
  if (!element.dispatchEvent(new BackupStorageSubmitEvent(preview.maskedObjects))) return undefined;
  const result = await preview.submit(source());
  if (result?.outcome === 'refused' && result.error.code !== 'aborted')
    element.dispatchEvent(new BackupStorageErrorEvent(result.error));
  return result;
}
