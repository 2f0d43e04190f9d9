import type { CommonMessages } from '../groups/common.js';
import type { FormatsIn } from '../languages.js';

export const common = ({ number, plural }: FormatsIn<'ja'>): CommonMessages => ({
  columnName: '名前',
  columnNamespace: 'Namespace',
  columnProvider: 'プロバイダー',
  columnSize: 'サイズ',
  columnRepositories: '接続リポジトリ数',
  columnStatus: 'ステータス',
  columnAge: '経過時間',

  none: '—',
  noneSpoken: 'なし',
  clearFilter: 'フィルターをクリア',
  retry: '再試行',
  repositoryCount: (count) => plural(count, { other: `リポジトリ ${number(count)} 件` }),
  polling: '30 秒ごとに更新されます。',
  staleSince: (time) => `再接続しています。${time} 時点の情報を表示しています。`,
  signedOutSince: (time) => `セッションが終了しました。${time} 時点の情報を表示しています。`,
  deniedNamespaces: '一覧表示の権限がないため、次の Namespace は表示されません：',

  loading: '読み込み中…',
  noSourceHeading: 'データソースがありません',
  noSourceText: 'この要素に dataSource を指定するか、backupstorage-data-source の中に配置してください。',
  notInstalledHeading: 'このクラスターには KubeStash がインストールされていません',
  notInstalledText: 'API グループ storage.kubestash.com が提供されていません。',
  unreachableHeading: 'クラスターに接続できません',
  unreachableText: '再試行しています。',
  signedOutHeading: 'サインアウトしました',
  signedOutText: 'セッションが終了しました。ストレージを表示するには、もう一度サインインしてください。',
  marks: {
    'sync-error': '同期エラー',
    integrity: '整合性',
    paused: '一時停止中',
    'wipe-out': 'WipeOut',
  },
  andMore: (count) => `ほか ${number(count)} 件`,
  markTexts: {
    'sync-error': '同期されていません',
    integrity: '整合性チェックに失敗しました',
    'wipe-out': 'バックアップデータを消去中です',
  },
  labelled: (label, text) => `${label}：${text}`,
  storageNotReady: (name) => `BackupStorage ${name} は準備ができていません`,
  providerLabels: {
    azure: 'Azure',
    s3: 'S3',
    gcs: 'GCS',
    local: 'ローカル',
  },
  createHeading: 'BackupStorage の新規作成',
  schemaLoading: 'フォームを読み込み中…',
  manifestLoading: 'マニフェストを読み込み中…',
  partFailedHeading: 'ページのこの部分を読み込めませんでした',
  partFailedText:
    '再試行してください。解決しない場合はページを再読み込みしてください。ページがサーバーより古い可能性があります。',
});
