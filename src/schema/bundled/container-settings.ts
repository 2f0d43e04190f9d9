import { environment, environmentSources } from './env.js';
import { int32, object } from './fields.js';
import { lifecycle } from './lifecycle.js';
import { probe } from './probe.js';
import { resources } from './resources.js';
import { containerSecurityContext } from './security-context.js';

export const containerSettings = (description: string) =>
  object('Container settings', description, {
    resources: resources(),
    securityContext: containerSecurityContext(),
    env: environment('Environment', 'Environment variables to set in the container.'),
    envFrom: environmentSources(),
    nice: object('CPU priority', 'Runs the process under nice, to give way to others.', {
      adjustment: int32('Adjustment', 'Niceness from -20 (most favourable) to 19 (least favourable).'),
    }),
    ionice: object('I/O priority', 'Runs the process under ionice, to give way to others on the disk.', {
      class: int32('Class', 'Scheduling class: 1 realtime, 2 best effort, 3 idle.'),
      classData: int32('Class data', 'Priority inside class 1 or 2, from 0 (highest) to 7 (lowest).'),
    }),
    livenessProbe: probe('Liveness probe', 'Check that restarts the container when it fails.'),
    readinessProbe: probe('Readiness probe', 'Check that marks the pod as not ready when it fails.'),
    lifecycle: lifecycle(),
  });
