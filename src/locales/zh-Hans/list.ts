import type { ListMessages } from '../groups/list.js';
import type { FormatsIn } from '../languages.js';

export const list = ({ list, number }: FormatsIn<'zh-Hans'>): ListMessages => ({
  storages: 'BackupStorage',
  selectNamespace: '选择 Namespace',
  allNamespaces: '所有 Namespace',
  createNew: '新建实例',
  filterLabel: '筛选',
  filterPlaceholder: '按名称、提供商或状态筛选',
  mayNotCreate: '没有在此创建 BackupStorage 的权限。',
  sortedBy: (column, descending) => `按“${column}”${descending ? '降序' : '升序'}排列`,

  storageCount: (count) => `${number(count)} 个存储`,
  hiddenByFilter: (count) => `${number(count)} 个被筛选条件隐藏`,
  countAndHidden: (shown, hidden) => `${shown}，${hidden}`,
  live: '实时',
  loadingMore: '正在加载更多…',
  reconnecting: '正在重新连接…',
  emptyHeading: '还没有存储',
  emptyText: '备份需要存放的位置。',
  emptyInNamespace: (namespace) => `Namespace ${namespace} 中没有 BackupStorage。`,
  noMatchHeading: '没有符合筛选条件的存储',
  noMatchText: (filter) => `没有包含“${filter}”的内容。`,
  forbiddenHeading: '没有列出 BackupStorage 的权限',
  forbiddenEverywhereHeading: '没有列出所有 Namespace 中 BackupStorage 的权限',
  forbiddenWayOn: '请选择有读取权限的 Namespace。',

  clearFilters: '清除所有筛选条件',
  columns: '列',
  namespacesMany: (count) => `输入文字可在 ${number(count)} 个中查找，留空表示全部。`,
  namespacesUnreadable: '没有列出 Namespace 的权限：请直接输入名称，留空表示全部。',
  noMatchChosen: (filter) =>
    filter === '' ? '没有符合所选提供商和状态的内容。' : `没有包含“${filter}”且符合所选提供商和状态的内容。`,
  changesWait: (count) => `${number(count)} 项更改待显示`,
  showChanges: '显示',
  rowDeleted: '已删除',
  liveNews: (added, removed, status) => {
    const said = [
      added > 0 ? `新增 ${number(added)} 个存储` : '',
      removed > 0 ? `移除 ${number(removed)} 个存储` : '',
      status > 0 ? `${number(status)} 个存储的状态有变化` : '',
    ];
    return list(said.filter(Boolean));
  },
});
