/**
 * What failed before a server was asked, or without a word of it. Also the messages of the errors themselves
 * (`manifest/own-faults.ts`).
 */
export const ownFaults = {
  'exists-already': 'An object of this name is there already.',
  'no-create': 'This data source cannot create objects.',
  'no-delete': 'This data source cannot delete objects.',
  'no-patch': 'This data source cannot change objects.',
  'nobody-to-ask': 'This data source has nobody to ask beforehand.',
  'not-arrived': 'The request has not arrived.',
  'secret-unknown': 'Which Secret it is could not be found out, so it was not deleted.',
  'secret-untold': 'The server did not say which Secret it has made.',
  'storage-uses-secret': 'The BackupStorage that is there uses it.',
};
