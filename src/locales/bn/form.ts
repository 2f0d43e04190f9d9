import type { FormMessages } from '../groups/form.js';
import type { FormatsIn } from '../languages.js';

export const form = ({ number, plural, series }: FormatsIn<'bn'>): FormMessages => ({
  labelsAndAnnotations: 'লেবেল ও অ্যানোটেশন',
  entriesSet: (count) => `${number(count)}টি দেওয়া আছে`,
  addNew: '+ নতুন যোগ করুন',
  key: 'কী',
  value: 'মান',
  removeRow: (what) => `${what} মুছুন`,
  rowOf: (list, position) => `${list}, সারি ${number(position)}`,
  backend: 'ব্যাকএন্ড',
  provider: 'প্রোভাইডার',
  optional: 'ঐচ্ছিক',
  chooseProvider: 'একটি প্রোভাইডার বেছে নিন',
  chooseNamespace: 'একটি Namespace বেছে নিন',
  defaultsTo: (value) => `ডিফল্ট মান: ${value}`,
  reveal: (label) => `${label} দেখান`,
  conceal: (label) => `${label} লুকান`,
  preview: 'প্রাকদর্শন',
  requiredLeft: (count) =>
    plural(count, {
      one: `${number(count)}টি আবশ্যক ফিল্ড বাকি`,
      other: `${number(count)}টি আবশ্যক ফিল্ড বাকি`,
    }),
  nothingLeft: 'সব আবশ্যক ফিল্ড পূরণ করা হয়েছে',
  duplicateKey: (key) => `${key} কী দুবার ব্যবহার করা হয়েছে।`,
  emptyKey: 'মানের জন্য একটি কী দরকার।',
  longName: '৬৩ অক্ষরের বেশি লম্বা নাম পরে ব্যর্থ হয়: অপারেটর নামটি লেবেলে ও জবের নামে বসায়।',
  longSecretName: (limit) => `নতুন Secret থাকলে নামটি সর্বোচ্চ ${number(limit)} অক্ষরের হতে পারে।`,
  dnsLabelForLocal: 'লোকাল স্টোরেজের ক্ষেত্রে এই নাম একটি ভলিউমেরও নাম: ডট ছাড়া, সর্বোচ্চ ৬৩ অক্ষর।',
  refusedSummary: 'সার্ভার এটি প্রত্যাখ্যান করেছে',
  errorSummary: (count) =>
    plural(count, {
      one: `${number(count)}টি ফিল্ডে আপনার মনোযোগ দরকার`,
      other: `${number(count)}টি ফিল্ডে আপনার মনোযোগ দরকার`,
    }),
  schemaSources: {
    'openapi-v3': 'এই ফর্ম আপনার ক্লাস্টারের API সার্ভারের প্রকাশিত স্কিমা থেকে তৈরি।',
    crd: 'এই ফর্ম আপনার ক্লাস্টারের CustomResourceDefinition থেকে তৈরি।',
    host: 'এই ফর্ম পৃষ্ঠাটিকে দেওয়া একটি স্কিমা থেকে তৈরি।',
    bundled: 'এই ফর্ম পৃষ্ঠাটির সঙ্গে আসা স্কিমা থেকে তৈরি।',
    fallback: 'এই পৃষ্ঠার সঙ্গে আসা স্কিমা অনুযায়ী যাচাই করা হয়েছে; আপনার ক্লাস্টারেরটি ভিন্ন হতে পারে।',
  },
  uncheckedRules: (count) =>
    plural(count, {
      one: `এতে ${number(count)}টি নিয়ম আছে যা শুধু সার্ভারই যাচাই করতে পারে।`,
      other: `এতে ${number(count)}টি নিয়ম আছে যেগুলো শুধু সার্ভারই যাচাই করতে পারে।`,
    }),
  newObject: (kind) => `নতুন ${kind}`,
  schemaFailed: 'ফর্মটি লোড করা যায়নি',
  reservedPrefix: 'এই প্রিফিক্স Kubernetes-এর নিজের জন্য সংরক্ষিত।',

  webhookDown: (said) =>
    `KubeStash-এর webhook সাড়া দেয়নি, আর সেটি ছাড়া কোনো স্টোরেজ তৈরি করা যায় না। অপারেটর কি চালু আছে? সার্ভার বলেছে: ${said}`,
  webhookPanic: (said) =>
    `এটি প্রক্রিয়া করতে গিয়ে KubeStash-এর webhook ক্র্যাশ করেছে। একই প্রোভাইডারের কোনো স্টোরেজ সেটিংস ছাড়া সংরক্ষিত থাকলে এমন হয়; আগে সেটি ঠিক করতে বা মুছতে হবে। সার্ভার বলেছে: ${said}`,
  webhookPanicHere: (said) => `এটি বাদ দিলে KubeStash-এর webhook ক্র্যাশ করে। সার্ভার বলেছে: ${said}`,
  quotaExceeded: (said) => `Namespace-এর কোটা শেষ হয়ে গেছে। সার্ভার বলেছে: ${said}`,

  notSet: 'দেওয়া হয়নি',
  emptyValue: 'এই কী-এর একটি মান দরকার।',
  editAsYaml: 'YAML হিসেবে সম্পাদনা করুন',
  editAsFields: 'ফিল্ড হিসেবে সম্পাদনা করুন',
  yamlOnly: 'এই মান শুধু YAML হিসেবে সম্পাদনা করা যায়।',
  moveUp: (what) => `${what} উপরে সরান`,
  moveDown: (what) => `${what} নিচে সরান`,
  setEmpty: 'খালি মান দিন',
  clearField: 'সাফ করুন',
  ofField: (label) => ` (${label})`,
  alsoSet: (keys) => `এগুলোও দেওয়া আছে, YAML হিসেবে সম্পাদনা করতে হবে: ${series(keys)}`,
  filterFields: 'ফিল্ড ফিল্টার করুন',
  fieldsFound: (count) =>
    plural(count, { one: `${number(count)}টি ফিল্ড পাওয়া গেছে`, other: `${number(count)}টি ফিল্ড পাওয়া গেছে` }),
  fieldsFoundOf: (shown, count) => `${number(count)}টি ফিল্ড পাওয়া গেছে; প্রথম ${number(shown)}টি দেখানো হচ্ছে`,
  foundWithin: (labels) => `এর ভেতরে পাওয়া গেছে: ${series(labels)}`,
  noFieldMatches: (words) => `“${words}”-এর সঙ্গে কোনো ফিল্ড মেলে না।`,
});
