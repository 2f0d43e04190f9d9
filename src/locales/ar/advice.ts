import type { AdviceMessages } from '../groups/advice.js';
import type { FormatsIn } from '../languages.js';

export const advice = ({ series }: FormatsIn<'ar'>): AdviceMessages => ({
  // These three are the server's own sentences: they stay as people find them in logs and on the web.
  storageExists: (name) => `backupstorages.storage.kubestash.com ${JSON.stringify(name)} already exists`,
  namespaceNotFound: (name) => `namespaces ${JSON.stringify(name)} not found`,
  defaultTaken: (rule, other) =>
    `${rule}: المخزن الافتراضي هناك هو ${other}. انزع عنه هذه الصفة أولًا، أو لا تجعل هذا المخزن افتراضيًا.`,
  defaultLast: (namespace) =>
    `المخزن الافتراضي المفتوح لجميع Namespaces يؤخذ في الاعتبار أخيرًا، حتى في ${namespace}: يؤخذ قبله أي مخزن افتراضي في مكان آخر يطابق محدِّده ${namespace}.`,
  sameDirectoryAs: (rule, other) => `${rule}: يشير ${other} إلى المكان نفسه. اختر بادئة أو حاوية أخرى.`,
  sameDirectoryOnOtherServer: (rule, other) =>
    `${rule}: لدى ${other} الحاوية والمنطقة والبادئة نفسها، والخادم لا يقارن نقاط النهاية. اختر بادئة أخرى.`,
  nearMissSlashes: (other) =>
    `يستخدم ${other} المجلد نفسه: فالشرطات المائلة في طرفيه لا تجعله مجلدًا آخر. سيقبل الخادم هذا، وسيكتب كلاهما في المكان نفسه.`,
  nearMissRegion: (other) =>
    `يستخدم ${other} المجلد نفسه تحت منطقة أخرى. سيقبل الخادم هذا، وسيكتب كلاهما في المكان نفسه.`,
  nearMissInside: (other) =>
    `يقع هذا المجلد داخل مجلد ${other}. سيقبل الخادم هذا، ومحو بيانات المخزن الآخر سيمحو بيانات هذا المخزن معها.`,
  nearMissContains: (other) =>
    `يقع مجلد ${other} داخل هذا المجلد. سيقبل الخادم هذا، ومحو بيانات هذا المخزن سيمحو بيانات المخزن الآخر معها.`,
  crashAhead: (other, provider) =>
    `سيفشل الخادم في معالجة هذا: مزوّد ${other} هو ${provider} دون إعدادات ${provider}، وهذا يعطّل webhook الخاص بـ KubeStash لكل مخزن لهذا المزوّد. أصلح ذلك المخزن أو احذفه أولًا.`,
  selectorMissing: (rule) => `${rule}. أضف تسمية أو تعبيرًا يجب أن تطابقه Namespaces، أو اختر سياسة أخرى.`,
  selectorWithoutOwn: (namespace) =>
    `لا يطابق المحدِّد ${namespace}، وهو Namespace المخزن نفسه، ولا استثناء له: لا يحق لأي شيء هناك استخدام المخزن.`,
  selectorUnused: (from) => `يُتجاهل المحدِّد: السياسة هي ${from}.`,
  blanksAround: 'توجد مسافة أو فاصل أسطر في أحد طرفي هذه القيمة. تُحفظ كما هي؛ أزل ذلك إن لم يكن مقصودًا.',
  slashCut: (stored) =>
    stored === ''
      ? 'يقتطع الخادم الشرطة المائلة من النهاية: لا يُحفظ شيء.'
      : `يقتطع الخادم شرطة مائلة واحدة من النهاية: تُحفظ القيمة بالشكل «${stored}».`,
  leadingSlash: 'سواء بدأ بشرطة مائلة أم لا فهو المجلد نفسه، لكن الخادم يعدّهما مجلدين مختلفين. احذف الشرطة من البداية.',
  emptySegment: 'شرطتان مائلتان متتاليتان لا تجعلانه مجلدًا آخر، لكن الخادم يعدّه مجلدًا مختلفًا.',
  unusualName: {
    s3: 'تتكوّن أسماء الحاويات عادةً من 3 إلى 63 من الأحرف اللاتينية الصغيرة والأرقام و«.» و«-»، مع حرف أو رقم في كلا الطرفين. لا يتحقق الخادم من ذلك.',
    gcs: 'تتكوّن أسماء الحاويات عادةً من 3 إلى 63 من الأحرف اللاتينية الصغيرة والأرقام و«.» و«-» و«_»، مع حرف أو رقم في كلا الطرفين. لا يتحقق الخادم من ذلك.',
    container:
      'تتكوّن أسماء حاويات Azure من 3 إلى 63 من الأحرف اللاتينية الصغيرة والأرقام والواصلات المفردة، مع حرف أو رقم في كلا الطرفين. لا يتحقق الخادم من ذلك.',
    storageAccount:
      'تتكوّن أسماء حسابات التخزين من 3 إلى 24 من الأحرف اللاتينية الصغيرة والأرقام. لا يتحقق الخادم من ذلك.',
  },
  endpointWithPath: (path) => `نقطة النهاية هي الخادم وحده، وتوضع الحاوية بعدها: يجب ألا يكون «${path}» موجودًا فيها.`,
  endpointWithBucket: (bucket) =>
    `تسمّي نقطة النهاية الحاوية ${bucket} بالفعل. لا تُستخدم إلا العنونة بنمط المسار، وهي تضع الحاوية بعد نقطة النهاية: احذفها من هنا.`,
  endpointOfRegion: (region) => `نقطة النهاية هذه تابعة للمنطقة ${region}.`,
  endpointWithCredentials:
    'يُحفظ اسم المستخدم أو كلمة المرور في نقطة النهاية دون تشفير، ويراهما كل من يحق له قراءة المخزن.',
  idOutOfRange: 'must be between 0 and 2147483647, inclusive',
  volumeSourceMissing: 'يلزم تحديد وحدة تخزين واحدة: اختر مكان حفظ البيانات.',
  volumeSourcesMany: (sources) => `لا يمكن تحديد أكثر من وحدة تخزين واحدة، ويوجد أكثر من واحدة: ${series(sources)}.`,
  emptyDirLosesData: 'يزول emptyDir مع Pod الخاص به: تضيع كل نسخة احتياطية فيه. إنه للتجربة فقط.',
});
