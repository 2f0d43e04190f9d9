import type { ListMessages } from '../groups/list.js';
import type { FormatsIn } from '../languages.js';

export const list = ({ number, plural, series }: FormatsIn<'ar'>): ListMessages => ({
  storages: 'BackupStorages',
  selectNamespace: 'اختيار Namespace',
  allNamespaces: 'جميع Namespaces',
  createNew: 'إنشاء مثيل جديد',
  filterLabel: 'تصفية',
  filterPlaceholder: 'تصفية حسب الاسم أو المزوّد أو الحالة',
  mayNotCreate: 'لا يحق لك إنشاء BackupStorages هنا.',
  sortedBy: (column, descending) => `مرتَّبة حسب ${column} ${descending ? 'تنازليًا' : 'تصاعديًا'}`,

  storageCount: (count) =>
    plural(count, {
      zero: 'لا مخازن',
      one: 'مخزن واحد',
      two: 'مخزنان',
      few: `${number(count)} مخازن`,
      many: `${number(count)} مخزنًا`,
      other: `${number(count)} مخزن`,
    }),
  hiddenByFilter: (count) =>
    plural(count, {
      zero: 'لا شيء مخفي بالتصفية',
      one: 'واحد مخفي بالتصفية',
      two: 'اثنان مخفيان بالتصفية',
      few: `${number(count)} مخفية بالتصفية`,
      many: `${number(count)} مخفية بالتصفية`,
      other: `${number(count)} مخفية بالتصفية`,
    }),
  countAndHidden: (shown, hidden) => `${shown}، ${hidden}`,
  live: 'مباشر',
  loadingMore: 'جارٍ تحميل المزيد…',
  reconnecting: 'جارٍ إعادة الاتصال…',
  emptyHeading: 'لا توجد مخازن بعد',
  emptyText: 'تحتاج النسخ الاحتياطية إلى مكان تُحفظ فيه.',
  emptyInNamespace: (namespace) => `لا يوجد BackupStorage في Namespace ${namespace}.`,
  noMatchHeading: 'لا يطابق أي مخزن عامل التصفية',
  noMatchText: (filter) => `لا شيء هنا يحتوي على «${filter}».`,
  forbiddenHeading: 'لا يحق لك سرد BackupStorages',
  forbiddenEverywhereHeading: 'لا يحق لك سرد BackupStorages في جميع Namespaces',
  forbiddenWayOn: 'اختر Namespace يحق لك قراءته.',

  clearFilters: 'مسح عوامل التصفية',
  columns: 'الأعمدة',
  namespacesMany: (count) => `اكتب للعثور على واحد من أصل ${number(count)}. اتركه فارغًا لعرض الجميع.`,
  namespacesUnreadable: 'لا يحق لك سرد Namespaces: اكتب اسم أحدها. اتركه فارغًا لعرض الجميع.',
  noMatchChosen: (filter) =>
    filter === ''
      ? 'لا شيء هنا يطابق المزوّد والحالة المختارين.'
      : `لا شيء هنا يحتوي على «${filter}» ويطابق المزوّد والحالة المختارين.`,
  changesWait: (count) =>
    plural(count, {
      zero: 'لا تغييرات في الانتظار',
      one: 'تغيير واحد في الانتظار',
      two: 'تغييران في الانتظار',
      few: `${number(count)} تغييرات في الانتظار`,
      many: `${number(count)} تغييرًا في الانتظار`,
      other: `${number(count)} تغيير في الانتظار`,
    }),
  showChanges: 'عرض',
  rowDeleted: 'محذوف',
  liveNews: (added, removed, status) => {
    // In the genitive, which the dual shows.
    const storages = (count: number) =>
      plural(count, {
        zero: 'لا مخازن',
        one: 'مخزن واحد',
        two: 'مخزنين',
        few: `${number(count)} مخازن`,
        many: `${number(count)} مخزنًا`,
        other: `${number(count)} مخزن`,
      });
    const said = [
      added > 0 ? `إضافة ${storages(added)}` : '',
      removed > 0 ? `إزالة ${storages(removed)}` : '',
      status > 0 ? `تغيّر حالة ${storages(status)}` : '',
    ];
    return series(said.filter(Boolean));
  },
});
