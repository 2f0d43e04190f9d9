import type { CommonMessages } from '../groups/common.js';
import type { FormatsIn } from '../languages.js';

export const common = ({ number, plural }: FormatsIn<'ar'>): CommonMessages => ({
  columnName: 'الاسم',
  columnNamespace: 'Namespace',
  columnProvider: 'المزوّد',
  columnSize: 'الحجم',
  columnRepositories: 'عدد المستودعات المتصلة',
  columnStatus: 'الحالة',
  columnAge: 'العمر',

  none: '—',
  noneSpoken: 'لا شيء',
  clearFilter: 'مسح عامل التصفية',
  retry: 'إعادة المحاولة',
  repositoryCount: (count) =>
    plural(count, {
      zero: 'لا مستودعات',
      one: 'مستودع واحد',
      two: 'مستودعان',
      few: `${number(count)} مستودعات`,
      many: `${number(count)} مستودعًا`,
      other: `${number(count)} مستودع`,
    }),
  polling: 'يجري التحديث كل نصف دقيقة.',
  staleSince: (time) => `تجري إعادة الاتصال. ما تراه يعود إلى ${time}.`,
  signedOutSince: (time) => `انتهت جلستك. ما تراه يعود إلى ${time}.`,
  deniedNamespaces: 'غير معروضة، لأنه لا يحق لك سردها:',

  loading: 'جارٍ التحميل…',
  noSourceHeading: 'لا يوجد مصدر بيانات',
  noSourceText: 'عيّن dataSource لهذا العنصر، أو ضعه داخل backupstorage-data-source.',
  notInstalledHeading: 'KubeStash غير مثبَّت في هذا العنقود',
  notInstalledText: 'مجموعة API المسماة storage.kubestash.com غير متاحة.',
  unreachableHeading: 'يتعذّر الوصول إلى العنقود',
  unreachableText: 'تجري إعادة المحاولة.',
  signedOutHeading: 'تم تسجيل الخروج',
  signedOutText: 'انتهت جلستك. سجّل الدخول مرة أخرى لعرض المخازن.',
  marks: {
    'sync-error': 'خطأ في المزامنة',
    integrity: 'السلامة',
    paused: 'متوقف مؤقتًا',
    'wipe-out': 'WipeOut',
  },
  markTexts: {
    'sync-error': 'لم تتم المزامنة',
    integrity: 'فشل التحقق من السلامة',
    'wipe-out': 'يجري حذف البيانات المنسوخة احتياطيًا',
  },
  labelled: (label, text) => `${label}: ${text}`,
  storageNotReady: (name) => `BackupStorage ${name} غير جاهز`,
  providerLabels: {
    azure: 'Azure',
    s3: 'S3',
    gcs: 'GCS',
    local: 'محلي',
  },
  andMore: (count) =>
    plural(count, {
      zero: 'ولا شيء غير ذلك',
      one: 'وواحد آخر',
      two: 'واثنان آخران',
      few: `و${number(count)} أخرى`,
      many: `و${number(count)} أخرى`,
      other: `و${number(count)} أخرى`,
    }),
  createHeading: 'BackupStorage جديد',
  schemaLoading: 'جارٍ تحميل النموذج…',
  manifestLoading: 'جارٍ تحميل البيان…',
  partFailedHeading: 'تعذّر تحميل هذا الجزء من الصفحة',
  partFailedText: 'أعد المحاولة. إن لم يُجدِ ذلك فأعد تحميل الصفحة: قد تكون أقدم من خادمها.',
});
