import type { CommonMessages } from '../groups/common.js';
import type { FormatsIn } from '../languages.js';

export const common = ({ number, plural }: FormatsIn<'bn'>): CommonMessages => ({
  columnName: 'নাম',
  columnNamespace: 'Namespace',
  columnProvider: 'প্রোভাইডার',
  columnSize: 'আকার',
  columnRepositories: 'সংযুক্ত রিপোজিটরির সংখ্যা',
  columnStatus: 'স্ট্যাটাস',
  columnAge: 'বয়স',

  none: '—',
  noneSpoken: 'নেই',
  clearFilter: 'ফিল্টার সাফ করুন',
  retry: 'আবার চেষ্টা করুন',
  repositoryCount: (count) =>
    plural(count, { one: `${number(count)}টি রিপোজিটরি`, other: `${number(count)}টি রিপোজিটরি` }),
  polling: 'প্রতি আধ মিনিটে হালনাগাদ হয়।',
  staleSince: (time) => `আবার সংযোগ করা হচ্ছে। যা দেখছেন তা এই সময়ের: ${time}।`,
  signedOutSince: (time) => `আপনার সেশন শেষ হয়েছে। যা দেখছেন তা এই সময়ের: ${time}।`,
  deniedNamespaces: 'দেখানো হয়নি, কারণ এগুলোতে তালিকা দেখার অনুমতি আপনার নেই:',

  loading: 'লোড হচ্ছে…',
  noSourceHeading: 'কোনো ডেটা উৎস নেই',
  noSourceText: 'এই এলিমেন্টকে একটি dataSource দিন, অথবা একে backupstorage-data-source-এর ভেতরে রাখুন।',
  notInstalledHeading: 'এই ক্লাস্টারে KubeStash ইনস্টল করা নেই',
  notInstalledText: 'storage.kubestash.com নামের API গ্রুপটি পাওয়া যাচ্ছে না।',
  unreachableHeading: 'ক্লাস্টারের সঙ্গে সংযোগ করা যাচ্ছে না',
  unreachableText: 'আবার চেষ্টা করা হচ্ছে।',
  signedOutHeading: 'সাইন আউট হয়েছে',
  signedOutText: 'আপনার সেশন শেষ হয়েছে। স্টোরেজগুলো দেখতে আবার সাইন ইন করুন।',
  marks: {
    'sync-error': 'সিঙ্ক ত্রুটি',
    integrity: 'অখণ্ডতা',
    paused: 'বিরতিতে',
    'wipe-out': 'WipeOut',
  },
  markTexts: {
    'sync-error': 'সিঙ্ক হয়নি',
    integrity: 'অখণ্ডতা যাচাই ব্যর্থ হয়েছে',
    'wipe-out': 'ব্যাকআপ করা ডেটা মুছে ফেলা হচ্ছে',
  },
  labelled: (label, text) => `${label}: ${text}`,
  storageNotReady: (name) => `BackupStorage ${name} প্রস্তুত নয়`,
  providerLabels: {
    azure: 'Azure',
    s3: 'S3',
    gcs: 'GCS',
    local: 'লোকাল',
  },
  andMore: (count) => `এবং আরও ${number(count)}টি`,
  createHeading: 'নতুন BackupStorage',
  schemaLoading: 'ফর্ম লোড হচ্ছে…',
  manifestLoading: 'ম্যানিফেস্ট লোড হচ্ছে…',
  partFailedHeading: 'পৃষ্ঠার এই অংশটি লোড করা যায়নি',
  partFailedText: 'আবার চেষ্টা করুন। তাতে কাজ না হলে পৃষ্ঠাটি নতুন করে লোড করুন: এটি হয়তো এর সার্ভারের চেয়ে পুরোনো।',
});
