import type { ActionsMessages } from '../groups/actions.js';
import type { FormatsIn } from '../languages.js';

export const actions = ({ number, plural, series }: FormatsIn<'bn'>): ActionsMessages => ({
  actions: 'কার্যক্রম',
  actionNames: { edit: 'সম্পাদনা করুন', rotate: 'ক্রেডেনশিয়াল বদলান', delete: 'মুছুন' },
  actionTerminating: 'এই স্টোরেজটি মুছে ফেলা হচ্ছে।',
  close: 'বন্ধ করুন',
  save: 'সংরক্ষণ করুন',
  saving: 'সংরক্ষণ করা হচ্ছে…',
  lookAgain: 'আবার দেখুন',
  serverSaid: (said) => `সার্ভার বলেছে: ${said}`,

  deleteHeading: (name) => `${name} মুছবেন?`,
  deleteDelete:
    'মোছার নীতি Delete: BackupStorage চলে যায়, আর তার সঙ্গে ক্লাস্টারে থাকা তার Repository ও Snapshot-গুলোও। ব্যাকআপ করা ডেটা যেখানে আছে সেখানেই থাকে; একই ডিরেক্টরির জন্য নতুন করে তৈরি করা স্টোরেজ সেই ডেটা খুঁজে পায়।',
  deleteWipeOut:
    'মোছার নীতি WipeOut: BackupStorage চলে যায়, আর তার সঙ্গে ক্লাস্টারে থাকা তার Repository ও Snapshot-গুলোও, এবং ব্যাকআপ করা সব ডেটা ব্যাকএন্ড থেকে মুছে যায়। কোনোভাবেই তা ফিরিয়ে আনা যায় না।',
  deleteOther: (policy) => `মোছার নীতি ${policy}: এতে ব্যাকআপ করা ডেটার কী হয় তা এখানে জানা নেই।`,
  deleteHolds: (repositories, size) =>
    size === '' ? `এতে আছে ${repositories}।` : `এতে আছে ${repositories}, মোট আকার ${size}।`,
  deleteHoldsNone: 'এতে কোনো রিপোজিটরি আছে বলে জানা নেই।',
  deleteDefault: 'এটি একটি ডিফল্ট স্টোরেজ: যেসব BackupConfiguration কোনো স্টোরেজের নাম দেয় না, সেগুলো আর এটি পাবে না।',
  deleteDependents: (count) =>
    plural(count, {
      one: `${number(count)}টি BackupConfiguration এখানে সংরক্ষণ করে। সেটি মোছা হয় না, তবে অন্য স্টোরেজের নাম না দেওয়া পর্যন্ত ব্যাকআপ নিতে পারবে না:`,
      other: `${number(count)}টি BackupConfiguration এখানে সংরক্ষণ করে। সেগুলো মোছা হয় না, তবে অন্য স্টোরেজের নাম না দেওয়া পর্যন্ত ব্যাকআপ নিতে পারবে না:`,
    }),
  deleteBatches: (count) =>
    plural(count, {
      one: `${number(count)}টি BackupBatch এখানে সংরক্ষণ করে। সেটি মোছা হয় না, তবে অন্য স্টোরেজের নাম না দেওয়া পর্যন্ত ব্যাকআপ নিতে পারবে না:`,
      other: `${number(count)}টি BackupBatch এখানে সংরক্ষণ করে। সেগুলো মোছা হয় না, তবে অন্য স্টোরেজের নাম না দেওয়া পর্যন্ত ব্যাকআপ নিতে পারবে না:`,
    }),
  deleteDependentsNone: 'কোনো BackupConfiguration এখানে সংরক্ষণ করে না।',
  deleteDependentsNoneSeen: 'আপনি দেখতে পারেন এমন কোনো BackupConfiguration এখানে সংরক্ষণ করে না।',
  deleteDependentsLoading: 'কোন BackupConfiguration এখানে সংরক্ষণ করে তা দেখা হচ্ছে…',
  deleteDependentsUnknown:
    'BackupConfiguration দেখার অনুমতি আপনার নেই, অথবা সেগুলোর সঙ্গে সংযোগ করা যাচ্ছে না, তাই কোনগুলো এখানে সংরক্ষণ করে তা জানা নেই।',
  deleteDependentsPartly: (namespaces) =>
    namespaces.length === 0
      ? 'প্রতিটি Namespace-এ দেখা যায়নি: আরও থাকতে পারে।'
      : `প্রতিটি Namespace-এ দেখা যায়নি, আর এগুলোতে দেখার অনুমতি আপনার নেই: ${series(namespaces)}। আরও থাকতে পারে।`,
  deleteSecret: (name) => `স্টোরেজটি চলে গেলে ${name} নামের Secret-টিও মুছুন`,
  deleteSecretFree:
    'এই Namespace-এর অন্য কোনো BackupStorage এর নাম দেয় না। অন্য কিছু, যেমন কোনো ওয়ার্কলোড, এটি ব্যবহার করে কি না তা বলা যায় না।',
  deleteSecretUsed: (name, by) => `${name} নামের Secret-টি থাকবে: এটি ব্যবহার করছে ${series(by)}।`,
  deleteSecretUntold: (name) =>
    `${name} নামের Secret-টি থাকবে: এই Namespace-এর সব BackupStorage দেখার অনুমতি আপনার নেই, তাই অন্য কোনোটি এটি ব্যবহার করে কি না তা বলা যায় না।`,
  deleteSecretDenied: (name) => `${name} নামের Secret-টি থাকবে: এটি মোছার অনুমতি আপনার নেই।`,
  deleteSecretUnsupported: (name) => `${name} নামের Secret-টি থাকবে।`,
  deleteSecretLoading: (name) => `${name} নামের Secret-টি অন্য কিছু ব্যবহার করে কি না তা দেখা হচ্ছে…`,
  deleteTypeName: (name) => `নিশ্চিত করতে ${name} টাইপ করুন`,
  deleteConfirm: 'স্টোরেজ মুছুন',
  deleteConfirmWipeOut: 'স্টোরেজ ও এর ডেটা মুছুন',
  deleteNameMissing: 'আগে স্টোরেজটির নাম টাইপ করুন।',
  deleteDeleting: 'মোছা হচ্ছে…',
  deleteChanged: 'ইতিমধ্যে এটি বদলে গেছে, আর কিছুই মোছা হয়নি। এখন এখানে যা লেখা আছে তা দেখে আবার সিদ্ধান্ত নিন।',
  deleteReplaced: 'এটি চলে গেছে, আর অন্য একটি BackupStorage-এর এখন এই নাম। কিছুই মোছা হয়নি।',
  deleteRefused: 'কিছুই মোছা হয়নি।',
  deleteUnknown: 'সার্ভারের উত্তর হারিয়ে গেছে: এটি মোছা হচ্ছে কি না তা জানা যায়নি।',
  deleteTerminating: (name) => `${name} এখন Terminating অবস্থায়`,
  deleteTerminatingText: 'অপারেটর পরিষ্কার করছে। এই ডায়ালগ বন্ধ করা যায়: কাজটি নিজে থেকেই চলবে।',
  deleteTerminatingWipeOut: 'অপারেটর ব্যাকআপ করা ডেটা মুছছে। এই ডায়ালগ বন্ধ করা যায়: কাজটি নিজে থেকেই চলবে।',
  deleteTerminatingSecret: 'স্টোরেজটি চলে গেলে Secret মোছা হবে; সেজন্য এই পৃষ্ঠা খোলা রাখতে হবে।',
  deleteCleanUpFaults: 'অপারেটর যে সমস্যার কথা বলছে:',
  deleteCannotFollow: 'এখানে BackupStorage-এর তালিকা দেখার অনুমতি আপনার নেই, তাই অগ্রগতি অনুসরণ করা যাচ্ছে না।',
  deleteSecretGoing: 'স্টোরেজটি চলে গেছে। এর Secret মোছা হচ্ছে…',
  deleteDone: (name) => `${name} মুছে ফেলা হয়েছে`,
  deleteDoneSecret: (name) => `${name} নামের Secret-টিও মুছে ফেলা হয়েছে।`,
  deleteSecretLeft: (name) => `${name} নামের Secret-টি মোছা হয়নি।`,

  rotateHeading: (name) => `ক্রেডেনশিয়াল বদলান: ${name}`,
  rotateText: (secret) => `আপনি যা লিখবেন তা ${secret} নামের Secret-এ লেখা হবে। স্টোরেজটি যেমন আছে তেমনই থাকবে।`,
  rotateKeeps: 'এটি দেওয়া আছে। রেখে দিতে চাইলে খালি রাখুন।',
  rotateAdds: 'এটি এখনও দেওয়া হয়নি।',
  rotateBlank: 'যা সংরক্ষিত আছে তা রেখে দিতে চাইলে খালি রাখুন।',
  rotateUntold: (secret) => `${secret} নামের Secret-এ কোন কোন কী আছে তা এখানে জানানো হয় না।`,
  rotateUnread: (secret) => `${secret} নামের Secret-টি এই মুহূর্তে পড়া যায়নি: এতে কোন কোন কী আছে তা এখানে জানা নেই।`,
  rotateAbsent: (secret) => `${secret} নামের কোনো Secret নেই। আগে এটি তৈরি করতে হবে; এখান থেকে তা করা যায় না।`,
  rotateShared: (names) => `একই Secret ব্যবহার করে এমন এই স্টোরেজগুলোর জন্যও এগুলো বদলে যাবে: ${series(names)}।`,
  rotateSharedUntold: 'এই Namespace-এর সব BackupStorage দেখার অনুমতি আপনার নেই: অন্য কোনোটি একই Secret ব্যবহার করতে পারে।',
  rotateNoSecret: 'এই স্টোরেজ কোনো Secret-এর নাম দেয় না।',
  rotateNothing: 'কিছুই লেখা হয়নি: সংরক্ষণ করার কিছু নেই।',
  rotateRefused: 'Secret-এ কিছুই লেখা হয়নি।',
  rotateMoved:
    'ইতিমধ্যে স্টোরেজটিকে অন্য Secret দেওয়া হয়েছে, অথবা এটি একই নামের অন্য স্টোরেজ। Secret-এ কিছুই লেখা হয়নি: এটি বন্ধ করে আবার শুরু করুন।',
  rotateUnknown: 'সার্ভারের উত্তর হারিয়ে গেছে: Secret-এ হয়তো নতুন মানগুলো এসে গেছে। আরেকবার সংরক্ষণ করলে কোনো ক্ষতি নেই।',
  rotateDone: (secret) => `${secret} নামের Secret-এ এখন নতুন মান আছে`,
  rotateWaiting: 'এরপর থেকে অপারেটর নতুন কিছু জানায়নি।',
  rotateReady: 'এরপর অপারেটর জানিয়েছে: স্টোরেজটি প্রস্তুত।',
  rotateNotReady: 'এরপর অপারেটর জানিয়েছে: স্টোরেজটি প্রস্তুত নয়।',
  rotateDenied: 'স্টোরেজটির অবস্থা এখানে অনুসরণ করা যায় না।',

  editHeading: (name) => `${name} সম্পাদনা করুন`,
  editFrozen: (rule) => `${rule}. তাই এর ব্যাকএন্ড যেমন আছে তেমনই থাকবে; বাকি সবকিছু বদলানো যাবে।`,
  editUnreadable: 'স্টোরেজটি পড়া যায়নি, তাই সম্পাদনা করা যাবে না।',
  editGone: 'ইতিমধ্যে স্টোরেজটি মুছে ফেলা হয়েছে। আপনি যা লিখেছেন তা সংরক্ষণ করা যাবে না।',
  editRefused: 'কিছুই সংরক্ষণ করা হয়নি।',
  editUnknown: 'সার্ভারের উত্তর হারিয়ে গেছে, আর সংরক্ষণ হয়েছে কি না তা জানা যায়নি। জানতে আবার সংরক্ষণ করুন।',
  editNotSent: 'এটি সংরক্ষণ করা যাবে না:',
  editChanges: (count) => plural(count, { one: `${number(count)}টি পরিবর্তন`, other: `${number(count)}টি পরিবর্তন` }),
  editNoChanges: 'এখনও কিছু বদলানো হয়নি।',
  editTaken: 'ইতিমধ্যে অন্যরা এগুলো বদলেছেন, আর তা রেখে দেওয়া হয়েছে:',
  editSaved: (name) => `${name} সংরক্ষণ করা হয়েছে`,
  editConflicts: (count) =>
    plural(count, {
      one: `ইতিমধ্যে অন্য কেউ একই ফিল্ডগুলোর ${number(count)}টি বদলেছেন। কোন সংস্করণ সংরক্ষণ করা হবে তা বেছে নিন।`,
      other: `ইতিমধ্যে অন্য কেউ একই ফিল্ডগুলোর ${number(count)}টি বদলেছেন। প্রতিটির কোন সংস্করণ সংরক্ষণ করা হবে তা বেছে নিন।`,
    }),
  editMine: 'আপনার সংস্করণ',
  editTheirs: 'অন্যদের সংস্করণ',
  editWas: 'আগে ছিল',
  editRemoved: 'সরানো হয়েছে',
  editUndecided: (count) =>
    plural(count, {
      one: `${number(count)}টি ফিল্ডে বেছে নেওয়া বাকি`,
      other: `${number(count)}টি ফিল্ডে বেছে নেওয়া বাকি`,
    }),
});
