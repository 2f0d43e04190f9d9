import type { SharedMessages } from '../groups/shared.js';
import type { FormatsIn } from '../languages.js';

export const shared = ({ list, number }: FormatsIn<'ja'>): SharedMessages => ({
  yes: 'はい',
  no: 'いいえ',

  basic: '基本情報',
  labels: 'ラベル',
  annotations: 'アノテーション',
  credentials: '認証情報',
  cancel: 'キャンセル',
  copyFailed: 'ここではコピーが許可されていません。テキストを選択して手動でコピーしてください。',
  problemAt: (line, column) => `${line} 行 ${column} 列`,
  blockMissing: (provider) => `spec.storage.${provider} は必須です。プロバイダーがこのブロックを指しています。`,
  blockOfAnother: (block, provider) =>
    `spec.storage.${block} を削除してください。プロバイダーは ${provider} です。ブロックが 2 つあると、データとメタデータが別々の場所に保存されます。`,
  usagePolicyIncomplete:
    'spec.usagePolicy には allowedNamespaces が必要です。不要な場合は spec.usagePolicy ごと省略してください。',
  leftBehindCommand: '手動で削除するには：',
  warnings: 'サーバーからの警告：',
  defaultTie: (other) =>
    `${other} も同じ Namespace のデフォルトです。より近いデフォルトがない場合、KubeStash がどちらを使うかは決まっていません。`,
  defaultAfter: (namespace, other) =>
    `すべての Namespace に公開されたデフォルトは、${namespace} でも優先順位が最後になります。そこでは ${other} が先に使われます。`,
  selectorMatchesAll: '空のセレクターはすべての Namespace に一致します。',

  usageEveryone: 'すべての Namespace が使用できます。',
  usageNobody: '使用できる Namespace はありません。',
  usageOnly: (namespace) => `${namespace} だけが使用できます。`,
  usageOnlyOwn: 'ストレージと同じ Namespace だけが使用できます。',
  usageSome: (count, total, names) =>
    `${number(total)} 個の Namespace のうち ${number(count)} 個が使用できます${names === '' ? '。' : `：${names}`}`,
  usageSomeKnown: (count, total, names) =>
    `ここで把握している ${number(total)} 個の Namespace のうち ${number(count)} 個が使用できます${names === '' ? '。' : `：${names}`}`,
  usageNamespacesUnknown: 'Namespace を一覧表示する権限がないため、どの Namespace が使用できるかを判定できません。',
  usageLabelsUnknown: 'Namespace のラベルを読み取る権限がないため、どの Namespace が使用できるかを判定できません。',
  usageLoading: '使用できる Namespace を確認しています…',
  mayNot: (verb, resource, namespace) =>
    namespace === ''
      ? `${resource} に対する「${verb}」の権限がありません。`
      : `${namespace} の ${resource} に対する「${verb}」の権限がありません。`,
  copyCommand: 'コマンドをコピー',
  copyThis: 'コピー',
  deletionPolicy: '削除ポリシー',
  maskWithoutValue: (key) => `${key} のマスクに対応する値がありません。値を入力してください。`,
  secretElsewhere:
    'Secret は BackupStorage と同じ Namespace に置く必要があります。オペレーターはその Namespace だけを検索します。',
  required: (label) => `${label}は必須です。`,

  syntaxFaults: {
    empty: 'マニフェストが空です。',
    'no-object': 'ここには apiVersion、kind、metadata を持つオブジェクトが必要です。',
    'list-items': 'List の items はリストでなければなりません。',
    'only-one-value': 'ここに指定できる値は 1 つだけです。',
    'too-deep': 'ネストが深すぎます。',
    'passed-over': 'このドキュメントは Kubernetes に無視されます。ドキュメントは --- だけの行の下から始まります。',
    'merge-of-other': 'ここでマージできるのはマップだけです。',
    'inexact-number': 'この数値は正確に保持できません。文字列の場合は引用符で囲んでください。',
    'no-anchor': 'この名前のアンカーは上にありません。* で始まる文字列は引用符で囲んでください。',
    'in-itself': 'このエイリアスは、自分自身を含む値を参照しています。',
    'too-many-values': 'エイリアスの展開結果の値が多すぎます。',
    'not-text-in-kubernetes': '引用符がないと、Kubernetes はこれを数値、true、false、または空の値として解釈します。',
    octal: '0 で始まる数値は、Kubernetes では 8 進数として解釈されます。',
    'json-value': 'ここには JSON の値が必要です。',
    'json-key': 'ここには二重引用符で囲んだキーが必要です。',
    'json-colon': 'ここにはコロンが必要です。',
    'json-more': 'ここにはコンマまたは閉じ括弧が必要です。',
    'json-end': 'JSON の終わりの後には何も置けません。',
    BAD_DIRECTIVE: 'このディレクティブはサポートされていません。',
    BAD_DQ_ESCAPE: 'このエスケープシーケンスは存在しません。',
    BAD_INDENT: 'インデントが正しくないか、括弧が閉じられていません。',
    BAD_SCALAR_START: 'この文字で始まる文字列は引用符で囲む必要があります。',
    BLOCK_AS_IMPLICIT_KEY: '1 行にキーが 2 つあります。コロンを含む文字列は引用符で囲んでください。',
    BLOCK_IN_FLOW: '括弧の中では、すべて括弧を使って記述します。',
    DUPLICATE_KEY: 'このキーはすでにあります。',
    MISSING_CHAR: 'ここにコロンがありません。',
    MULTILINE_IMPLICIT_KEY: 'キーは 1 行に収め、後ろにコロンを付ける必要があります。',
    NON_STRING_KEY: 'キーは文字列でなければなりません。',
    TAB_AS_INDENT: 'インデントにタブは使えません。スペースを使ってください。',
    TAG_RESOLVE_FAILED: 'このタグはサポートされていません。! で始まる文字列は引用符で囲んでください。',
    UNEXPECTED_TOKEN: 'ここにこの記述は置けません。',
    'open-quote': '引用符が閉じられていません。',
    unreadable: '読み取れません。',
  },
  ownFaults: {
    'exists-already': 'この名前のオブジェクトはすでに存在します。',
    'no-create': 'このデータソースではオブジェクトを作成できません。',
    'no-delete': 'このデータソースではオブジェクトを削除できません。',
    'no-patch': 'このデータソースではオブジェクトを変更できません。',
    'nobody-to-ask': 'このデータソースでは事前に確認できません。',
    'not-arrived': 'リクエストは届いていません。',
    'secret-unknown': 'どの Secret かを特定できなかったため、削除しませんでした。',
    'secret-untold': 'サーバーは、作成した Secret がどれかを返しませんでした。',
    'storage-uses-secret': '既存の BackupStorage がこの Secret を使用しています。',
  },
  secretInUse: (names) => `その間に次の BackupStorage で使用されるようになりました：${list(names)}。`,
  forbiddenRows: (what) => `${what} を一覧表示する権限がありません。`,
  backupBatches: 'BackupBatch',
  createdState: {
    settling: 'オペレーターが初期化しています。バケットに書き込めることを確認できると Ready になります。',
    ready: 'バックアップに使用できるようになりました。',
    notReady: 'まだ使用できません。設定または Secret が変更されると再試行されます。',
    deleted: 'この間に削除されました。',
    denied: 'ここで BackupStorage を読み取る権限がないため、状態を表示できません。',
    signedOut: 'セッションが終了したため、状態を追跡できません。',
    unreachable: '現在、クラスターに接続できません。表示内容が古い可能性があります。',
  },
});
