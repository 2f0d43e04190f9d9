import type { ListMessages } from '../groups/list.js';
import type { FormatsIn } from '../languages.js';

export const list = ({ list: listed, number, plural }: FormatsIn<'ja'>): ListMessages => ({
  storages: 'BackupStorage',
  selectNamespace: 'Namespace を選択',
  allNamespaces: 'すべての Namespace',
  createNew: '新規作成',
  filterLabel: 'フィルター',
  filterPlaceholder: '名前、プロバイダー、ステータスで絞り込む',
  mayNotCreate: 'ここで BackupStorage を作成する権限がありません。',
  sortedBy: (column, descending) => `${column}の${descending ? '降順' : '昇順'}で並べ替え`,

  storageCount: (count) => plural(count, { other: `ストレージ ${number(count)} 件` }),
  hiddenByFilter: (count) => `フィルターで非表示 ${number(count)} 件`,
  countAndHidden: (shown, hidden) => `${shown}、${hidden}`,
  live: 'ライブ',
  loadingMore: 'さらに読み込み中…',
  reconnecting: '再接続中…',
  emptyHeading: 'ストレージはまだありません',
  emptyText: 'バックアップには保存先が必要です。',
  emptyInNamespace: (namespace) => `Namespace ${namespace} に BackupStorage はありません。`,
  noMatchHeading: 'フィルターに一致するストレージはありません',
  noMatchText: (filter) => `「${filter}」を含むものはありません。`,
  forbiddenHeading: 'BackupStorage を一覧表示する権限がありません',
  forbiddenEverywhereHeading: 'すべての Namespace の BackupStorage を一覧表示する権限がありません',
  forbiddenWayOn: '読み取り権限のある Namespace を選択してください。',

  clearFilters: 'フィルターをすべてクリア',
  columns: '列',
  namespacesMany: (count) => `入力して ${number(count)} 件から検索します。空欄にするとすべてが対象です。`,
  namespacesUnreadable:
    'Namespace を一覧表示する権限がありません。名前を入力してください。空欄にするとすべてが対象です。',
  noMatchChosen: (filter) =>
    filter === ''
      ? '選択したプロバイダーとステータスに一致するものはありません。'
      : `「${filter}」を含み、選択したプロバイダーとステータスに一致するものはありません。`,
  changesWait: (count) => plural(count, { other: `未反映の変更 ${number(count)} 件` }),
  showChanges: '表示',
  rowDeleted: '削除済み',
  liveNews: (added, removed, status) => {
    const said = [
      added > 0 ? plural(added, { other: `ストレージ ${number(added)} 件を追加` }) : '',
      removed > 0 ? plural(removed, { other: `ストレージ ${number(removed)} 件を削除` }) : '',
      status > 0 ? plural(status, { other: `ストレージ ${number(status)} 件のステータスが変更` }) : '',
    ];
    return listed(said.filter(Boolean));
  },
});
