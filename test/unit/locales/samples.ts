import type { Messages } from '../../../src/locales/index.js';

type Say = (...args: never[]) => string;
type IsText<Args extends readonly unknown[]> = Args extends readonly string[] ? true : false;
type Samples = {
  readonly [
    Key in keyof Messages as Messages[Key] extends Say
      ? IsText<Parameters<Messages[Key]>> extends true
        ? never
        : Key
      : never
  ]: Messages[Key] extends Say ? Parameters<Messages[Key]> : never;
};

const TWO = ['FIRST', 'SECOND'] as const;

/** What messages are called with that take something other than text. One that is missing here does not compile. */
export const SAMPLES: Samples = {
  alsoSet: [TWO],
  andMore: [3],
  certificates: [3, Date.UTC(2046, 9, 30, 12)],
  changesWait: [3],
  countShown: [3, 777],
  deleteBatches: [3],
  deleteDependents: [3],
  deleteDependentsPartly: [TWO],
  deleteSecretUsed: ['NAME', TWO],
  editChanges: [3],
  editConflicts: [3],
  editUndecided: [3],
  entriesSet: [3],
  errorSummary: [3],
  fieldValues: [TWO],
  fieldsFound: [3],
  fieldsFoundOf: [3, 777],
  filledIn: [TWO, 'PROFILE'],
  foundWithin: [TWO],
  hiddenByFilter: [3],
  hiddenServiceAccountKey: [321, 'PROJECT'],
  hiddenText: [321],
  keysMissing: [TWO],
  keysPresent: [TWO],
  liveNews: [3, 4, 6],
  longSecretName: [3],
  manifestProblems: [3],
  manifestWarnings: [3],
  moreProblems: [3],
  namespacesMany: [3],
  problemAt: [3, 4],
  problemInEditor: ['SEVERITY', 3, 4, 6, 'MESSAGE'],
  profileUnnamed: [3],
  repositoryCount: [3],
  repositoryProblems: [3],
  requiredLeft: [3],
  rotateShared: [TWO],
  rowOf: ['LIST', 3],
  rowsShown: ['WHAT', 3, 777],
  scheduleEveryHours: [3],
  scheduleEveryMinutes: [3],
  secretInUse: [TWO],
  secretHasKeys: ['NAME', TWO],
  sizeRest: [3],
  sizeUnknown: [3],
  snapshotCount: [3],
  sortedBy: ['COLUMN', true],
  sortedRows: ['WHAT', 'COLUMN', true],
  storageCount: [3],
  strayBlocks: [TWO],
  strayFound: [TWO],
  uncheckedRules: [3],
  usageSome: [3, 777, 'NAMES'],
  usageSomeKnown: [3, 777, 'NAMES'],
  volumeSourcesMany: [TWO],
};
