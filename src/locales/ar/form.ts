import type { FormMessages } from '../groups/form.js';
import type { FormatsIn } from '../languages.js';

export const form = ({ number, plural, series }: FormatsIn<'ar'>): FormMessages => ({
  labelsAndAnnotations: 'التسميات والتعليقات التوضيحية',
  entriesSet: (count) =>
    plural(count, {
      zero: 'لا إدخالات',
      one: 'إدخال واحد',
      two: 'إدخالان',
      few: `${number(count)} إدخالات`,
      many: `${number(count)} إدخالًا`,
      other: `${number(count)} إدخال`,
    }),
  addNew: '+ إضافة جديد',
  key: 'المفتاح',
  value: 'القيمة',
  removeRow: (what) => `حذف ${what}`,
  rowOf: (list, position) => `${list}، الصف ${number(position)}`,
  backend: 'الواجهة الخلفية',
  provider: 'المزوّد',
  optional: 'اختياري',
  chooseProvider: 'اختر مزوّدًا',
  chooseNamespace: 'اختر Namespace',
  defaultsTo: (value) => `القيمة الافتراضية: ${value}`,
  reveal: (label) => `إظهار ${label}`,
  conceal: (label) => `إخفاء ${label}`,
  preview: 'معاينة',
  requiredLeft: (count) =>
    plural(count, {
      zero: 'لم يبقَ أي حقل مطلوب',
      one: 'بقي حقل مطلوب واحد',
      two: 'بقي حقلان مطلوبان',
      few: `بقيت ${number(count)} حقول مطلوبة`,
      many: `بقي ${number(count)} حقلًا مطلوبًا`,
      other: `بقي ${number(count)} حقل مطلوب`,
    }),
  nothingLeft: 'جميع الحقول المطلوبة مملوءة',
  duplicateKey: (key) => `المفتاح ${key} مستخدم مرتين.`,
  emptyKey: 'تحتاج القيمة إلى مفتاح.',
  longName: 'الأسماء التي تتجاوز 63 حرفًا تفشل لاحقًا: يضع المشغّل الاسم في التسميات وفي أسماء Jobs.',
  longSecretName: (limit) =>
    plural(limit, {
      zero: 'مع Secret جديد لا يمكن أن يحتوي الاسم على أي حرف.',
      one: 'مع Secret جديد يمكن أن يتكوّن الاسم من حرف واحد على الأكثر.',
      two: 'مع Secret جديد يمكن أن يتكوّن الاسم من حرفين على الأكثر.',
      few: `مع Secret جديد يمكن أن يتكوّن الاسم من ${number(limit)} أحرف على الأكثر.`,
      many: `مع Secret جديد يمكن أن يتكوّن الاسم من ${number(limit)} حرفًا على الأكثر.`,
      other: `مع Secret جديد يمكن أن يتكوّن الاسم من ${number(limit)} حرف على الأكثر.`,
    }),
  dnsLabelForLocal: 'في التخزين المحلي يكون الاسم أيضًا اسم وحدة تخزين: دون نقاط، و63 حرفًا على الأكثر.',
  refusedSummary: 'رفض الخادم هذا',
  errorSummary: (count) =>
    plural(count, {
      zero: 'لا يحتاج أي حقل إلى انتباهك',
      one: 'يحتاج حقل واحد إلى انتباهك',
      two: 'يحتاج حقلان إلى انتباهك',
      few: `تحتاج ${number(count)} حقول إلى انتباهك`,
      many: `يحتاج ${number(count)} حقلًا إلى انتباهك`,
      other: `يحتاج ${number(count)} حقل إلى انتباهك`,
    }),
  schemaSources: {
    'openapi-v3': 'أُنشئ هذا النموذج من المخطط الذي ينشره خادم API في عنقودك.',
    crd: 'أُنشئ هذا النموذج من CustomResourceDefinition الموجود في عنقودك.',
    host: 'أُنشئ هذا النموذج من مخطط أُعطي للصفحة.',
    bundled: 'أُنشئ هذا النموذج من المخطط المرفق بالصفحة.',
    fallback: 'جرى التحقق وفق المخطط المرفق بهذه الصفحة؛ وقد يختلف مخطط عنقودك.',
  },
  uncheckedRules: (count) =>
    plural(count, {
      zero: 'لا توجد فيه قاعدة ينفرد الخادم بالتحقق منها.',
      one: 'فيه قاعدة واحدة لا يستطيع التحقق منها إلا الخادم.',
      two: 'فيه قاعدتان لا يستطيع التحقق منهما إلا الخادم.',
      few: `فيه ${number(count)} قواعد لا يستطيع التحقق منها إلا الخادم.`,
      many: `فيه ${number(count)} قاعدة لا يستطيع التحقق منها إلا الخادم.`,
      other: `فيه ${number(count)} قاعدة لا يستطيع التحقق منها إلا الخادم.`,
    }),
  newObject: (kind) => `${kind} جديد`,
  schemaFailed: 'تعذّر تحميل النموذج',
  reservedPrefix: 'هذه البادئة محجوزة لـ Kubernetes نفسه.',

  webhookDown: (said) =>
    `لم يستجب webhook الخاص بـ KubeStash، ومن دونه لا يمكن إنشاء أي مخزن. هل المشغّل قيد التشغيل؟ ردّ الخادم: ${said}`,
  webhookPanic: (said) =>
    `تعطّل webhook الخاص بـ KubeStash عند معالجة هذا. يسبّب ذلك مخزنٌ للمزوّد نفسه حُفظ دون إعداداته؛ ويجب إصلاحه أو حذفه أولًا. ردّ الخادم: ${said}`,
  webhookPanicHere: (said) => `يتعطّل webhook الخاص بـ KubeStash عند ترك هذا فارغًا. ردّ الخادم: ${said}`,
  quotaExceeded: (said) => `استُنفدت حصة Namespace. ردّ الخادم: ${said}`,

  notSet: 'غير معيَّن',
  emptyValue: 'يحتاج هذا المفتاح إلى قيمة.',
  editAsYaml: 'التعديل بصيغة YAML',
  editAsFields: 'التعديل كحقول',
  yamlOnly: 'لا يمكن تعديل هذه القيمة إلا بصيغة YAML.',
  moveUp: (what) => `نقل ${what} إلى أعلى`,
  moveDown: (what) => `نقل ${what} إلى أسفل`,
  setEmpty: 'تعيين كقيمة فارغة',
  clearField: 'مسح',
  ofField: (label) => ` (${label})`,
  alsoSet: (keys) => `معيَّن أيضًا، ويُعدَّل بصيغة YAML: ${series(keys)}`,
  filterFields: 'تصفية الحقول',
  fieldsFound: (count) =>
    plural(count, {
      zero: 'لم يُعثر على أي حقل',
      one: 'عُثر على حقل واحد',
      two: 'عُثر على حقلين',
      few: `عُثر على ${number(count)} حقول`,
      many: `عُثر على ${number(count)} حقلًا`,
      other: `عُثر على ${number(count)} حقل`,
    }),
  fieldsFoundOf: (shown, count) =>
    plural(count, {
      zero: `لم يُعثر على أي حقل؛ المعروض ${number(shown)}`,
      one: `عُثر على حقل واحد؛ المعروض منها ${number(shown)}`,
      two: `عُثر على حقلين؛ المعروض منها ${number(shown)}`,
      few: `عُثر على ${number(count)} حقول؛ المعروض منها أول ${number(shown)}`,
      many: `عُثر على ${number(count)} حقلًا؛ المعروض منها أول ${number(shown)}`,
      other: `عُثر على ${number(count)} حقل؛ المعروض منها أول ${number(shown)}`,
    }),
  foundWithin: (labels) => `عُثر عليه داخل: ${series(labels)}`,
  noFieldMatches: (words) => `لا يطابق أي حقل «${words}».`,
});
