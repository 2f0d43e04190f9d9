import type { SharedMessages } from '../groups/shared.js';
import type { FormatsIn } from '../languages.js';

export const shared = ({ number, series }: FormatsIn<'bn'>): SharedMessages => ({
  yes: 'হ্যাঁ',
  no: 'না',

  basic: 'সাধারণ',
  labels: 'লেবেল',
  annotations: 'অ্যানোটেশন',
  credentials: 'ক্রেডেনশিয়াল',
  cancel: 'বাতিল করুন',
  copyFailed: 'এখানে কপি করার অনুমতি নেই। লেখাটি নির্বাচন করে নিজে কপি করুন।',
  problemAt: (line, column) => `লাইন ${line}, কলাম ${column}`,
  blockMissing: (provider) => `spec.storage.${provider} আবশ্যক: প্রোভাইডার এটিকেই নির্দেশ করে।`,
  blockOfAnother: (block, provider) =>
    `spec.storage.${block} সরাতে হবে: প্রোভাইডার হলো ${provider}, আর দুটি ব্লক থাকলে ডেটা ও মেটাডেটা আলাদা জায়গায় যায়।`,
  usagePolicyIncomplete: 'spec.usagePolicy-তে allowedNamespaces থাকতে হবে, নয়তো পুরোটাই বাদ দিতে হবে।',
  leftBehindCommand: 'নিজে সরাতে চাইলে:',
  warnings: 'সার্ভার সতর্ক করেছে:',
  defaultTie: (other) =>
    `${other} একই Namespace-গুলোর জন্যও ডিফল্ট। যেখানে অন্য কোনো ডিফল্ট আরও কাছের নয়, সেখানে KubeStash দুটির কোনটি নেবে তা নির্ধারিত নয়।`,
  defaultAfter: (namespace, other) =>
    `সব Namespace-এর জন্য খোলা ডিফল্ট সবার শেষে বিবেচিত হয়, ${namespace} নামের Namespace-এও: সেখানে এর আগে ${other} নেওয়া হয়।`,
  selectorMatchesAll: 'খালি সিলেক্টর প্রতিটি Namespace-এর সঙ্গে মেলে।',

  usageEveryone: 'প্রতিটি Namespace এটি ব্যবহার করতে পারে।',
  usageNobody: 'কোনো Namespace এটি ব্যবহার করতে পারে না।',
  usageOnly: (namespace) => `শুধু ${namespace} এটি ব্যবহার করতে পারে।`,
  usageOnlyOwn: 'শুধু স্টোরেজটির নিজের Namespace এটি ব্যবহার করতে পারে।',
  usageSome: (count, total, names) =>
    `${number(total)}টির মধ্যে ${number(count)}টি Namespace এটি ব্যবহার করতে পারে${names === '' ? '।' : `: ${names}`}`,
  usageSomeKnown: (count, total, names) =>
    `এখানে জানা ${number(total)}টির মধ্যে ${number(count)}টি Namespace এটি ব্যবহার করতে পারে${names === '' ? '।' : `: ${names}`}`,
  usageNamespacesUnknown:
    'Namespace-এর তালিকা দেখার অনুমতি আপনার নেই, তাই কোনগুলো এটি ব্যবহার করতে পারে তা এখানে বের করা যাচ্ছে না।',
  usageLabelsUnknown:
    'Namespace-এর লেবেল পড়ার অনুমতি আপনার নেই, তাই কোনগুলো এটি ব্যবহার করতে পারে তা এখানে বের করা যাচ্ছে না।',
  usageLoading: 'কোন Namespace এটি ব্যবহার করতে পারে তা দেখা হচ্ছে…',
  mayNot: (verb, resource, namespace) =>
    namespace === ''
      ? `${resource}: এখানে “${verb}” করার অনুমতি আপনার নেই।`
      : `${namespace} নামের Namespace, ${resource}: এখানে “${verb}” করার অনুমতি আপনার নেই।`,
  copyCommand: 'কমান্ড কপি করুন',
  copyThis: 'কপি করুন',
  deletionPolicy: 'মোছার নীতি',
  maskWithoutValue: (key) => `${key} স্থানের মাস্কটি কোনো মান বোঝায় না। মানটি টাইপ করুন।`,
  secretElsewhere: 'Secret-টি BackupStorage-এর Namespace-এই থাকতে হবে: অপারেটর শুধু সেখানেই এটি খোঁজে।',
  required: (label) => `${label} আবশ্যক।`,

  syntaxFaults: {
    empty: 'ম্যানিফেস্টটি খালি।',
    'no-object': 'এখানে apiVersion, kind ও metadata সহ একটি অবজেক্ট থাকার কথা।',
    'list-items': 'List-এর items অবশ্যই একটি তালিকা হতে হবে।',
    'only-one-value': 'এখানে শুধু একটি মান থাকতে পারে।',
    'too-deep': 'এটি অতিরিক্ত গভীরভাবে নেস্ট করা।',
    'passed-over': 'Kubernetes এই ডকুমেন্টটি এড়িয়ে যায়: নতুন ডকুমেন্ট শুরু হয় শুধু আলাদা লাইনে একা থাকা --- চিহ্নের নিচে।',
    'merge-of-other': 'এখানে শুধু ম্যাপ মার্জ করা যায়।',
    'inexact-number': 'এই সংখ্যাটি হুবহু রাখা যায় না। এটি টেক্সট হলে উদ্ধৃতিচিহ্নের মধ্যে রাখুন।',
    'no-anchor': 'উপরে এই নামের কোনো অ্যাঙ্কর নেই। * দিয়ে শুরু হওয়া টেক্সট উদ্ধৃতিচিহ্নের মধ্যে রাখুন।',
    'in-itself': 'এটি এমন কিছু নির্দেশ করে, যার ভেতরে এটি নিজেই আছে।',
    'too-many-values': 'অ্যালিয়াসগুলো অতিরিক্ত বেশি মান নির্দেশ করে।',
    'not-text-in-kubernetes': 'উদ্ধৃতিচিহ্ন ছাড়া Kubernetes এটিকে সংখ্যা, true, false অথবা শূন্য মান হিসেবে পড়ে।',
    octal: '0 দিয়ে শুরু হওয়া সংখ্যাকে Kubernetes অক্টাল হিসেবে পড়ে।',
    'json-value': 'এখানে একটি JSON মান থাকার কথা।',
    'json-key': 'এখানে দুই-উদ্ধৃতিচিহ্নের মধ্যে একটি কী থাকার কথা।',
    'json-colon': 'এখানে একটি কোলন থাকার কথা।',
    'json-more': 'এখানে একটি কমা বা সমাপ্তি বন্ধনী থাকার কথা।',
    'json-end': 'JSON শেষ হওয়ার পরে আর কিছু থাকার কথা নয়।',
    BAD_DIRECTIVE: 'এই ডিরেক্টিভ সমর্থিত নয়।',
    BAD_DQ_ESCAPE: 'এমন কোনো এস্কেপ সিকোয়েন্স নেই।',
    BAD_INDENT: 'এখানে ইন্ডেন্ট ভুল, অথবা কোনো বন্ধনী বন্ধ করা হয়নি।',
    BAD_SCALAR_START: 'এই অক্ষর দিয়ে শুরু হওয়া টেক্সটে উদ্ধৃতিচিহ্ন লাগে।',
    BLOCK_AS_IMPLICIT_KEY: 'এক লাইনে দুটি কী আছে। কোলন থাকা টেক্সটে উদ্ধৃতিচিহ্ন লাগে।',
    BLOCK_IN_FLOW: 'বন্ধনীর ভেতরে সবকিছুই বন্ধনী দিয়ে লিখতে হয়।',
    DUPLICATE_KEY: 'এই কী আগে থেকেই আছে।',
    MISSING_CHAR: 'এখানে একটি কোলন নেই।',
    MULTILINE_IMPLICIT_KEY: 'কী এক লাইনেই থাকতে হবে, এবং তার পরে কোলন থাকতে হবে।',
    NON_STRING_KEY: 'কী অবশ্যই টেক্সট হতে হবে।',
    TAB_AS_INDENT: 'ট্যাব দিয়ে ইন্ডেন্ট করা যায় না। স্পেস ব্যবহার করুন।',
    TAG_RESOLVE_FAILED: 'এই ট্যাগ সমর্থিত নয়। ! দিয়ে শুরু হওয়া টেক্সট উদ্ধৃতিচিহ্নের মধ্যে রাখুন।',
    UNEXPECTED_TOKEN: 'এখানে এটি থাকার কথা নয়।',
    'open-quote': 'একটি উদ্ধৃতিচিহ্ন বন্ধ করা হয়নি।',
    unreadable: 'এটি পড়া যাচ্ছে না।',
  },
  ownFaults: {
    'exists-already': 'এই নামের একটি অবজেক্ট আগে থেকেই আছে।',
    'no-create': 'এই ডেটা উৎস অবজেক্ট তৈরি করতে পারে না।',
    'no-delete': 'এই ডেটা উৎস অবজেক্ট মুছতে পারে না।',
    'no-patch': 'এই ডেটা উৎস অবজেক্ট বদলাতে পারে না।',
    'nobody-to-ask': 'এই ডেটা উৎস আগে থেকে কাউকে জিজ্ঞাসা করতে পারে না।',
    'not-arrived': 'অনুরোধটি পৌঁছায়নি।',
    'secret-unknown': 'এটি কোন Secret তা জানা যায়নি, তাই মোছা হয়নি।',
    'secret-untold': 'সার্ভার কোন Secret তৈরি করেছে তা জানায়নি।',
    'storage-uses-secret': 'যে BackupStorage আছে সেটি এটি ব্যবহার করে।',
  },
  secretInUse: (names) => `ইতিমধ্যে এটি ব্যবহার করছে: ${series(names)}।`,
  forbiddenRows: (what) => `এগুলোর তালিকা দেখার অনুমতি আপনার নেই: ${what}।`,
  backupBatches: 'BackupBatches',
  createdState: {
    settling: 'অপারেটর এখন এটি প্রস্তুত করছে; এর বাকেটে লেখা সম্ভব হলে এটি Ready হবে।',
    ready: 'এখন এটি ব্যাকআপের জন্য ব্যবহার করা যাবে।',
    notReady: 'এটি এখনও ব্যবহার করা যাবে না। এর সেটিংস বা এর Secret বদলালে আবার চেষ্টা করা হবে।',
    deleted: 'ইতিমধ্যে এটি মুছে ফেলা হয়েছে।',
    denied: 'এখানে BackupStorage পড়ার অনুমতি আপনার নেই, তাই এর অবস্থা দেখানো যাচ্ছে না।',
    signedOut: 'আপনার সেশন শেষ হয়েছে, তাই এর অবস্থা অনুসরণ করা যাচ্ছে না।',
    unreachable: 'এই মুহূর্তে ক্লাস্টারের সঙ্গে সংযোগ করা যাচ্ছে না; যা দেখছেন তা পুরোনো হতে পারে।',
  },
});
