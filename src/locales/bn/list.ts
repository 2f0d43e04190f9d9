import type { ListMessages } from '../groups/list.js';
import type { FormatsIn } from '../languages.js';

export const list = ({ number, plural, series }: FormatsIn<'bn'>): ListMessages => ({
  storages: 'BackupStorages',
  selectNamespace: 'Namespace বেছে নিন',
  allNamespaces: 'সব Namespace',
  createNew: 'নতুন ইনস্ট্যান্স তৈরি করুন',
  filterLabel: 'ফিল্টার',
  filterPlaceholder: 'নাম, প্রোভাইডার বা স্ট্যাটাস দিয়ে ফিল্টার করুন',
  mayNotCreate: 'এখানে BackupStorage তৈরি করার অনুমতি আপনার নেই।',
  sortedBy: (column, descending) => `${column} অনুযায়ী ${descending ? 'অধঃক্রমে' : 'ঊর্ধ্বক্রমে'} সাজানো`,

  storageCount: (count) => plural(count, { one: `${number(count)}টি স্টোরেজ`, other: `${number(count)}টি স্টোরেজ` }),
  hiddenByFilter: (count) => `ফিল্টারের কারণে ${number(count)}টি লুকানো`,
  countAndHidden: (shown, hidden) => `${shown}, ${hidden}`,
  live: 'লাইভ',
  loadingMore: 'আরও লোড হচ্ছে…',
  reconnecting: 'আবার সংযোগ করা হচ্ছে…',
  emptyHeading: 'এখনও কোনো স্টোরেজ নেই',
  emptyText: 'ব্যাকআপ রাখার জন্য একটি জায়গা দরকার।',
  emptyInNamespace: (namespace) => `${namespace} নামের Namespace-এ কোনো BackupStorage নেই।`,
  noMatchHeading: 'ফিল্টারের সঙ্গে কোনো স্টোরেজ মেলে না',
  noMatchText: (filter) => `এখানে “${filter}” আছে এমন কিছু নেই।`,
  forbiddenHeading: 'BackupStorage-এর তালিকা দেখার অনুমতি আপনার নেই',
  forbiddenEverywhereHeading: 'সব Namespace-এর BackupStorage-এর তালিকা দেখার অনুমতি আপনার নেই',
  forbiddenWayOn: 'এমন একটি Namespace বেছে নিন যা পড়ার অনুমতি আপনার আছে।',

  clearFilters: 'সব ফিল্টার সাফ করুন',
  columns: 'কলাম',
  namespacesMany: (count) => `${number(count)}টির মধ্যে একটি খুঁজতে টাইপ করুন। সবগুলোর জন্য খালি রাখুন।`,
  namespacesUnreadable: 'Namespace-এর তালিকা দেখার অনুমতি আপনার নেই: একটির নাম টাইপ করুন। সবগুলোর জন্য খালি রাখুন।',
  noMatchChosen: (filter) =>
    filter === ''
      ? 'বেছে নেওয়া প্রোভাইডার ও স্ট্যাটাস আছে এমন কিছু এখানে নেই।'
      : `“${filter}” এবং বেছে নেওয়া প্রোভাইডার ও স্ট্যাটাস আছে এমন কিছু এখানে নেই।`,
  changesWait: (count) =>
    plural(count, { one: `${number(count)}টি পরিবর্তন অপেক্ষায়`, other: `${number(count)}টি পরিবর্তন অপেক্ষায়` }),
  showChanges: 'দেখান',
  rowDeleted: 'মুছে ফেলা হয়েছে',
  liveNews: (added, removed, status) => {
    const storages = (count: number) => `${number(count)}টি স্টোরেজ`;
    const said = [
      added > 0 ? `${storages(added)} যোগ হয়েছে` : '',
      removed > 0 ? `${storages(removed)} সরানো হয়েছে` : '',
      status > 0 ? `${storages(status)} অন্য স্ট্যাটাসে গেছে` : '',
    ];
    return series(said.filter(Boolean));
  },
});
