import { integrity, runPhase, size } from './conditions.js';
import { boolean, choice, dateTime, double, int64, integer, listOf, object, string } from './fields.js';

const started = (what: string) => string('Start', `When the ${what} started.`);

const resticStats = () =>
  listOf(
    'Restic statistics',
    'Figures of the Restic runs, one for each host or path.',
    object('Restic run', 'Progress and result of one Restic run.', {
      progress: object('Progress', 'How far a running backup has come.', {
        percentDone: string('Percent done', 'Share of the data that is done, in percent.'),
        backupDone: string('Backed up', 'Amount of data that is done, e.g. 1.056 KiB.'),
        total: string('Total', 'Amount of data in all, e.g. 12.222 MiB.'),
        filesDone: int64('Files done', 'Number of files that are done.'),
        totalFiles: int64('Total files', 'Number of files in all.'),
        speed: string('Speed', 'Data per second at the moment.'),
        secondsElapsed: int64('Seconds elapsed', 'Seconds since the run started.'),
      }),
      summary: object('Summary', 'Result of a finished backup.', {
        id: string('ID', 'ID of the Restic snapshot.'),
        hostPath: string('Host path', 'Path that was backed up.'),
        size: string('Size', 'Size of the data that was backed up, e.g. 12.222 MiB.'),
        uploaded: string('Uploaded', 'Size of what was new and had to be uploaded.'),
        startTime: dateTime('Start time', 'When the run started.'),
        endTime: dateTime('End time', 'When the run ended.'),
      }),
    }),
  );

const walGStats = () =>
  object('WAL-G statistics', 'Figures of a WAL-G backup.', {
    id: string('ID', 'ID of the WAL-G backup.'),
    databases: listOf('Databases', 'Databases that were backed up.', string('Database', 'Name of a database.')),
    startTime: dateTime('Start time', 'When the backup started.'),
    stopTime: dateTime('Stop time', 'When the backup ended.'),
  });

const volumeSnapshotterStats = () =>
  listOf(
    'Volume snapshot statistics',
    'The volume snapshots that were taken.',
    object('Volume snapshot', 'One volume snapshot.', {
      pvcName: string('Claim name', 'PersistentVolumeClaim that the snapshot was taken of.'),
      hostPath: string('Host path', 'Path at which the volume is mounted in the application.'),
      volumeSnapshotName: string('Volume snapshot name', 'Name of the VolumeSnapshot object.'),
      volumeSnapshotTime: dateTime('Volume snapshot time', 'When the volume snapshot was taken.'),
    }),
  );

const solrStats = () =>
  listOf(
    'Solr statistics',
    'Figures of the Solr backup, one for each collection.',
    object('Collection', 'Backup of one Solr collection.', {
      collection: string('Collection', 'Name of the collection.'),
      backupName: string('Backup name', 'Name of the backup in Solr.'),
      backupId: integer('Backup ID', 'Number of the backup in Solr.'),
      location: string('Location', 'Where Solr has put the backup.'),
      startTime: started('backup'),
      indexFileCount: integer('Index files', 'Number of files of the index.'),
      indexSizeMB: double('Index size', 'Size of the index in megabytes.'),
      uploadedIndexFileMB: double('Uploaded', 'Size of the uploaded index files in megabytes.'),
    }),
  );

const medusaStats = () =>
  object('Medusa statistics', 'Figures of a Cassandra backup by Medusa.', {
    backupName: string('Backup name', 'Name of the backup in Medusa.'),
    backupNodes: listOf('Nodes', 'Cassandra nodes that were backed up.', string('Node', 'Name of a Cassandra node.')),
    status: string('Status', 'State of the backup as Medusa reports it.'),
    startTime: started('backup'),
    finishTime: string('Finish', 'When the backup ended.'),
  });

const clickHouseStats = () =>
  listOf(
    'ClickHouse statistics',
    'Figures of the ClickHouse backup, one for each host.',
    object('Host', 'Backup of one ClickHouse host.', {
      host: string('Host', 'Name of the ClickHouse host.'),
      id: string('ID', 'ID of the backup in ClickHouse.'),
      status: string('Status', 'State of the backup as ClickHouse reports it.'),
      startTime: dateTime('Start time', 'When the backup started.'),
      finishTime: dateTime('Finish time', 'When the backup ended.'),
    }),
  );

const neo4jStats = () =>
  listOf(
    'Neo4j statistics',
    'Figures of the Neo4j backup, one for each database.',
    object('Database', 'Backup of one Neo4j database.', {
      database: string('Database', 'Name of the database.'),
      databaseID: string('Database ID', 'Unique ID of the database.'),
      storeIDHash: string('Store ID hash', 'Hash that identifies the store of the database.'),
      file: string('File', 'Name of the backup file.'),
      time: string('Time', 'When the backup was taken.'),
      full: boolean('Full', 'Whether this is a full backup and not a differential one.'),
      compressed: boolean('Compressed', 'Whether the backup file is compressed.'),
      recovered: boolean('Recovered', 'Whether the transactions are already applied to the backup.'),
      lowestTX: int64('Lowest transaction', 'Number of the first transaction in the backup.'),
      highestTX: int64('Highest transaction', 'Number of the last transaction in the backup.'),
    }),
  );

const logRuns = (title: string, description: string) =>
  listOf(
    title,
    description,
    object('Log backup', 'One backup of a stretch of the log.', {
      start: started('stretch of the log'),
      end: string('End', 'When the stretch of the log ended.'),
      error: string('Error', 'Why the log backup failed, if it did.'),
    }),
  );

const logStats = () =>
  object('Log statistics', 'Figures of the continuous log backup, for point-in-time recovery.', {
    start: string('Start', 'Point in time at which the backed-up log starts.'),
    end: string('End', 'Point in time at which the backed-up log ends.'),
    lsn: string('LSN', 'Log sequence number that the backup has reached.'),
    totalSucceededCount: int64('Succeeded', 'Number of log backups that succeeded.'),
    totalFailedCount: int64('Failed', 'Number of log backups that failed.'),
    lastSucceededStats: logRuns('Last succeeded', 'The newest log backups that succeeded.'),
    lastFailedStats: logRuns('Last failed', 'The newest log backups that failed.'),
    lastLogRetentionStats: listOf(
      'Last retention runs',
      'The newest clean-ups of old logs.',
      object('Retention run', 'One clean-up of old logs.', {
        lastExecutionTime: string('Last execution', 'When the clean-up ran.'),
        retentionPeriodApplied: string('Retention period', 'The period that was applied, e.g. 30d.'),
        deletedLogCount: int64('Deleted logs', 'Number of logs that were deleted.'),
        error: string('Error', 'Why the clean-up failed, if it did.'),
      }),
    ),
  });

/** One part of a snapshot; only the figures of its own driver are filled in. */
export const snapshotComponent = () =>
  object('Component', 'One part of the snapshot.', {
    phase: runPhase('How far the component has come.'),
    driver: choice('Driver', 'Tool that moved the data.', [
      'Restic',
      'WalG',
      'VolumeSnapshotter',
      'Solr',
      'Medusa',
      'ClickHouseBackup',
      'Neo4jAdmin',
    ]),
    path: string('Path', 'Directory of the component inside the repository.'),
    size: size('component'),
    duration: string('Duration', 'How long the backup took, e.g. 1m18.204s.'),
    integrity: integrity('component'),
    error: string('Error', 'Why the component failed, if it did.'),
    resticStats: resticStats(),
    walGStats: walGStats(),
    volumeSnapshotterStats: volumeSnapshotterStats(),
    solrStats: solrStats(),
    medusaStats: medusaStats(),
    clickHouseStats: clickHouseStats(),
    neo4jStats: neo4jStats(),
    logStats: logStats(),
  });
