import { getIn, isObject } from '../../manifest/json.js';
import { checkAnnotationKey, checkLabelKey, checkLabelValue } from '../../model/names.js';
import type { Advised } from './advice-issues.js';
import { errorAt, type LocatedIssue } from './located-issues.js';

const POD = ['spec', 'runtimeSettings', 'pod'];
const CONTAINER = ['spec', 'runtimeSettings', 'container'];
const IDS = [
  [...POD, 'securityContext', 'runAsUser'],
  [...POD, 'securityContext', 'runAsGroup'],
  [...POD, 'securityContext', 'fsGroup'],
  [...CONTAINER, 'securityContext', 'runAsUser'],
  [...CONTAINER, 'securityContext', 'runAsGroup'],
];
const LARGEST_ID = 2_147_483_647;

const nothing = (): string[] => [];
const MAPS = [
  ['podLabels', checkLabelKey, checkLabelValue],
  ['nodeSelector', checkLabelKey, checkLabelValue],
  ['podAnnotations', checkAnnotationKey, nothing],
  ['serviceAccountAnnotations', checkAnnotationKey, nothing],
] as const;

/** What the storage's schema accepts and Kubernetes refuses later, when the operator makes a Job of it. */
export function podIssues({ storage, messages }: Advised): LocatedIssue[] {
  const groups = getIn(storage, [...POD, 'securityContext', 'supplementalGroups']);
  const ids = [
    ...IDS,
    ...(Array.isArray(groups)
      ? groups.map((_, index) => [...POD, 'securityContext', 'supplementalGroups', index])
      : []),
  ];
  return [
    ...ids.filter((path) => isOutside(getIn(storage, path))).map((path) => errorAt(path, messages.idOutOfRange)),
    ...MAPS.flatMap(([field, checkKey, checkValue]) => {
      const map = getIn(storage, [...POD, field]);
      return Object.entries(isObject(map) ? map : {}).flatMap(([key, value]) =>
        [...checkKey(key), ...(typeof value === 'string' ? checkValue(value) : [])].map((fault) =>
          errorAt([...POD, field, key], fault),
        ),
      );
    }),
  ];
}

function isOutside(id: unknown): boolean {
  return (typeof id === 'number' || typeof id === 'bigint') && (id < 0 || id > LARGEST_ID);
}
