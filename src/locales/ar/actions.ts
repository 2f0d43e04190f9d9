import type { ActionsMessages } from '../groups/actions.js';
import type { FormatsIn } from '../languages.js';

export const actions = ({ number, plural, series }: FormatsIn<'ar'>): ActionsMessages => ({
  actions: 'الإجراءات',
  actionNames: { edit: 'تعديل', rotate: 'تجديد بيانات الاعتماد', delete: 'حذف' },
  actionTerminating: 'يجري حذف هذا المخزن.',
  close: 'إغلاق',
  save: 'حفظ',
  saving: 'جارٍ الحفظ…',
  lookAgain: 'التحقق مجددًا',
  serverSaid: (said) => `ردّ الخادم: ${said}`,

  deleteHeading: (name) => `هل تريد حذف ${name}؟`,
  deleteDelete:
    'سياسة الحذف Delete: يُزال BackupStorage، ومعه Repositories وSnapshots التابعة له في العنقود. تبقى البيانات المنسوخة احتياطيًا في مكانها؛ وأي مخزن يُنشأ من جديد للمجلد نفسه يعثر عليها.',
  deleteWipeOut:
    'سياسة الحذف WipeOut: يُزال BackupStorage، ومعه Repositories وSnapshots التابعة له في العنقود، وتُمحى جميع البيانات المنسوخة احتياطيًا من الواجهة الخلفية. لا شيء يستطيع إعادتها.',
  deleteOther: (policy) => `سياسة الحذف ${policy}: ليس معروفًا هنا ما الذي يحلّ معها بالبيانات المنسوخة احتياطيًا.`,
  deleteHolds: (repositories, size) =>
    size === '' ? `المحتوى: ${repositories}.` : `المحتوى: ${repositories}، بحجم إجمالي قدره ${size}.`,
  deleteHoldsNone: 'لا يُعرف أي مستودع فيه.',
  deleteDefault: 'إنه مخزن افتراضي: لن يُعطى بعد ذلك لـ BackupConfigurations التي لا تسمّي مخزنًا.',
  deleteDependents: (count) =>
    plural(count, {
      zero: 'لا يستخدم أي كائن BackupConfiguration هذا المخزن:',
      one: 'يستخدم كائن BackupConfiguration واحد هذا المخزن. لن يُحذف، ولن يستطيع إنشاء نسخ احتياطية حتى يسمّي مخزنًا آخر:',
      two: 'يستخدم كائنان من النوع BackupConfiguration هذا المخزن. لن يُحذفا، ولن يستطيعا إنشاء نسخ احتياطية حتى يسمّيا مخزنًا آخر:',
      few: `تستخدم ${number(count)} كائنات من النوع BackupConfiguration هذا المخزن. لن تُحذف، ولن تستطيع إنشاء نسخ احتياطية حتى تسمّي مخزنًا آخر:`,
      many: `يستخدم ${number(count)} كائنًا من النوع BackupConfiguration هذا المخزن. لن تُحذف، ولن تستطيع إنشاء نسخ احتياطية حتى تسمّي مخزنًا آخر:`,
      other: `يستخدم ${number(count)} كائن من النوع BackupConfiguration هذا المخزن. لن تُحذف، ولن تستطيع إنشاء نسخ احتياطية حتى تسمّي مخزنًا آخر:`,
    }),
  deleteBatches: (count) =>
    plural(count, {
      zero: 'لا يستخدم أي كائن BackupBatch هذا المخزن:',
      one: 'يستخدم كائن BackupBatch واحد هذا المخزن. لن يُحذف، ولن يستطيع إنشاء نسخ احتياطية حتى يسمّي مخزنًا آخر:',
      two: 'يستخدم كائنان من النوع BackupBatch هذا المخزن. لن يُحذفا، ولن يستطيعا إنشاء نسخ احتياطية حتى يسمّيا مخزنًا آخر:',
      few: `تستخدم ${number(count)} كائنات من النوع BackupBatch هذا المخزن. لن تُحذف، ولن تستطيع إنشاء نسخ احتياطية حتى تسمّي مخزنًا آخر:`,
      many: `يستخدم ${number(count)} كائنًا من النوع BackupBatch هذا المخزن. لن تُحذف، ولن تستطيع إنشاء نسخ احتياطية حتى تسمّي مخزنًا آخر:`,
      other: `يستخدم ${number(count)} كائن من النوع BackupBatch هذا المخزن. لن تُحذف، ولن تستطيع إنشاء نسخ احتياطية حتى تسمّي مخزنًا آخر:`,
    }),
  deleteDependentsNone: 'لا يستخدم أي BackupConfiguration هذا المخزن.',
  deleteDependentsNoneSeen: 'لا يستخدم هذا المخزن أي BackupConfiguration يحق لك الاطلاع عليه.',
  deleteDependentsLoading: 'جارٍ البحث عن BackupConfigurations التي تستخدم هذا المخزن…',
  deleteDependentsUnknown:
    'لا يحق لك الاطلاع على BackupConfigurations، أو يتعذّر الوصول إليها، لذا ليس معروفًا أيها يستخدم هذا المخزن.',
  deleteDependentsPartly: (namespaces) =>
    namespaces.length === 0
      ? 'لم يمكن البحث في جميع Namespaces: قد يكون هناك المزيد.'
      : `لم يمكن البحث في جميع Namespaces، ولا يحق لك البحث في ${series(namespaces)}: قد يكون هناك المزيد.`,
  deleteSecret: (name) => `حذف Secret ${name} أيضًا، بعد زوال المخزن`,
  deleteSecretFree: 'لا يسمّيه أي BackupStorage آخر في Namespace. ولا يمكن معرفة ما قد يستخدمه غير ذلك، كأعباء العمل.',
  deleteSecretUsed: (name, by) => `يبقى Secret ${name}: يستخدمه ${series(by)}.`,
  deleteSecretUntold: (name) =>
    `يبقى Secret ${name}: لا يحق لك الاطلاع على جميع BackupStorages في Namespace، لذا لا يمكن معرفة ما إذا كان غيره يستخدمه.`,
  deleteSecretDenied: (name) => `يبقى Secret ${name}: لا يحق لك حذفه.`,
  deleteSecretUnsupported: (name) => `يبقى Secret ${name}.`,
  deleteSecretLoading: (name) => `جارٍ التحقق مما إذا كان شيء آخر يستخدم Secret ${name}…`,
  deleteTypeName: (name) => `اكتب ${name} للتأكيد`,
  deleteConfirm: 'حذف المخزن',
  deleteConfirmWipeOut: 'حذف المخزن ومحو بياناته',
  deleteNameMissing: 'اكتب اسم المخزن أولًا.',
  deleteDeleting: 'جارٍ الحذف…',
  deleteChanged: 'تغيّر المخزن في هذه الأثناء، ولم يُحذف شيء. راجع ما يرد هنا الآن وقرّر من جديد.',
  deleteReplaced: 'زال المخزن، وصار اسمه الآن لـ BackupStorage آخر. لم يُحذف شيء.',
  deleteRefused: 'لم يُحذف شيء.',
  deleteUnknown: 'ضاع ردّ الخادم: تعذّرت معرفة ما إذا كان الحذف جاريًا.',
  deleteTerminating: (name) => `${name} في الحالة Terminating`,
  deleteTerminatingText: 'يقوم المشغّل بالتنظيف. يمكن إغلاق مربع الحوار هذا: فالعملية تستمر من تلقاء نفسها.',
  deleteTerminatingWipeOut:
    'يمحو المشغّل البيانات المنسوخة احتياطيًا. يمكن إغلاق مربع الحوار هذا: فالعملية تستمر من تلقاء نفسها.',
  deleteTerminatingSecret: 'يُحذف Secret بعد زوال المخزن؛ ولذلك يجب أن تبقى هذه الصفحة مفتوحة.',
  deleteCleanUpFaults: 'المشكلات وفق المشغّل:',
  deleteCannotFollow: 'لا يحق لك سرد BackupStorages هنا، لذا لا يمكن تتبّع الحذف.',
  deleteSecretGoing: 'زال المخزن. يجري حذف Secret الخاص به…',
  deleteDone: (name) => `تم حذف ${name}`,
  deleteDoneSecret: (name) => `تم حذف Secret ${name} أيضًا.`,
  deleteSecretLeft: (name) => `لم يُحذف Secret ${name}.`,

  rotateHeading: (name) => `تجديد بيانات اعتماد ${name}`,
  rotateText: (secret) => `يُكتب ما تُدخله في Secret ${secret}. أما المخزن نفسه فيبقى كما هو.`,
  rotateKeeps: 'معيَّن. اتركه فارغًا للإبقاء عليه.',
  rotateAdds: 'لم يُعيَّن بعد.',
  rotateBlank: 'اتركه فارغًا للإبقاء على ما هو محفوظ.',
  rotateUntold: (secret) => `لا يُفصح هنا عن المفاتيح الموجودة في Secret ${secret}.`,
  rotateUnread: (secret) => `تعذّرت قراءة Secret ${secret} الآن: المفاتيح الموجودة فيه غير معروفة هنا.`,
  rotateAbsent: (secret) => `لا يوجد Secret ${secret}. يجب إنشاؤه أولًا، ولا يمكن ذلك من هنا.`,
  rotateShared: (names) => `ستتغيّر أيضًا للمخازن التالية التي تستخدم Secret نفسه: ${series(names)}.`,
  rotateSharedUntold: 'لا يحق لك الاطلاع على جميع BackupStorages في Namespace: قد يستخدم غيره Secret نفسه.',
  rotateNoSecret: 'لا يسمّي هذا المخزن أي Secret.',
  rotateNothing: 'لم يُدخَل شيء: لا يوجد ما يُحفظ.',
  rotateRefused: 'لم يُكتب شيء.',
  rotateMoved:
    'أُعطي المخزن في هذه الأثناء Secret آخر، أو صار الاسم لمخزن آخر. لم يُكتب شيء: أغلق مربع الحوار هذا وابدأ من جديد.',
  rotateUnknown: 'ضاع ردّ الخادم: قد يحتوي Secret على القيم الجديدة بالفعل. لا ضرر من الحفظ مرة أخرى.',
  rotateDone: (secret) => `يحتوي Secret ${secret} على القيم الجديدة`,
  rotateWaiting: 'لم يُبلغ المشغّل عن جديد منذ ذلك الحين.',
  rotateReady: 'أبلغ المشغّل بعد ذلك: المخزن جاهز.',
  rotateNotReady: 'أبلغ المشغّل بعد ذلك: المخزن غير جاهز.',
  rotateDenied: 'لا يمكن تتبّع حالة المخزن هنا.',

  editHeading: (name) => `تعديل ${name}`,
  editFrozen: (rule) => `${rule}. لذا تبقى الواجهة الخلفية كما هي؛ ويمكن تغيير كل ما عداها.`,
  editUnreadable: 'تعذّرت قراءة المخزن، لذا لا يمكن تعديله.',
  editGone: 'حُذف المخزن في هذه الأثناء. لا يمكن حفظ ما أدخلته.',
  editRefused: 'لم يُحفظ شيء.',
  editUnknown: 'ضاع ردّ الخادم، وتعذّرت معرفة ما إذا كان الحفظ قد تم. احفظ مرة أخرى لمعرفة ذلك.',
  editNotSent: 'لا يمكن حفظ هذا:',
  editChanges: (count) =>
    plural(count, {
      zero: 'لا تغييرات',
      one: 'تغيير واحد',
      two: 'تغييران',
      few: `${number(count)} تغييرات`,
      many: `${number(count)} تغييرًا`,
      other: `${number(count)} تغيير`,
    }),
  editNoChanges: 'لم يُغيَّر شيء بعد.',
  editTaken: 'غيّر آخرون ما يلي في هذه الأثناء، وأُبقي على تغييراتهم:',
  editSaved: (name) => `تم حفظ ${name}`,
  editConflicts: (count) =>
    plural(count, {
      zero: 'لم يغيّر أحد الحقول نفسها في هذه الأثناء.',
      one: 'غيّر شخص آخر الحقل نفسه في هذه الأثناء. اختر النسخة التي تُحفظ.',
      two: 'غيّر شخص آخر حقلين من الحقول نفسها في هذه الأثناء. اختر لكل منهما النسخة التي تُحفظ.',
      few: `غيّر شخص آخر ${number(count)} حقول من الحقول نفسها في هذه الأثناء. اختر لكل منها النسخة التي تُحفظ.`,
      many: `غيّر شخص آخر ${number(count)} حقلًا من الحقول نفسها في هذه الأثناء. اختر لكل منها النسخة التي تُحفظ.`,
      other: `غيّر شخص آخر ${number(count)} حقل من الحقول نفسها في هذه الأثناء. اختر لكل منها النسخة التي تُحفظ.`,
    }),
  editMine: 'نسختك',
  editTheirs: 'نسختهم',
  editWas: 'سابقًا',
  editRemoved: 'أُزيل',
  editUndecided: (count) =>
    plural(count, {
      zero: 'لا حقول بانتظار الاختيار',
      one: 'حقل واحد بانتظار الاختيار',
      two: 'حقلان بانتظار الاختيار',
      few: `${number(count)} حقول بانتظار الاختيار`,
      many: `${number(count)} حقلًا بانتظار الاختيار`,
      other: `${number(count)} حقل بانتظار الاختيار`,
    }),
});
