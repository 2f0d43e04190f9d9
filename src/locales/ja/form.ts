import type { FormMessages } from '../groups/form.js';
import type { FormatsIn } from '../languages.js';

export const form = ({ list: listed, number, plural }: FormatsIn<'ja'>): FormMessages => ({
  labelsAndAnnotations: 'ラベルとアノテーション',
  entriesSet: (count) => `${number(count)} 件設定済み`,
  addNew: '+ 追加',
  key: 'キー',
  value: '値',
  removeRow: (what) => `${what}を削除`,
  rowOf: (list, position) => `${list} ${number(position)} 行目`,
  backend: 'バックエンド',
  provider: 'プロバイダー',
  optional: '任意',
  chooseProvider: 'プロバイダーを選択',
  chooseNamespace: 'Namespace を選択',
  defaultsTo: (value) => `デフォルト：${value}`,
  reveal: (label) => `${label}を表示`,
  conceal: (label) => `${label}を隠す`,
  preview: 'プレビュー',
  requiredLeft: (count) => plural(count, { other: `未入力の必須フィールド ${number(count)} 件` }),
  nothingLeft: '必須フィールドはすべて入力済みです',
  duplicateKey: (key) => `キー ${key} が重複しています。`,
  emptyKey: '値にはキーが必要です。',
  longName: '63 文字を超える名前は後で失敗します。オペレーターがこの名前をラベルや Job 名に使うためです。',
  longSecretName: (limit) => `新しい Secret を作成する場合、名前は ${number(limit)} 文字以内にしてください。`,
  dnsLabelForLocal:
    'ローカルストレージの名前はボリューム名にもなるため、ドットは使えず、63 文字以内でなければなりません。',
  refusedSummary: 'サーバーに拒否されました',
  errorSummary: (count) => plural(count, { other: `${number(count)} 件のフィールドを確認してください` }),
  schemaSources: {
    'openapi-v3': 'このフォームは、クラスターの API サーバーが公開しているスキーマから作成されています。',
    crd: 'このフォームは、クラスター内の CustomResourceDefinition から作成されています。',
    host: 'このフォームは、ページに渡されたスキーマから作成されています。',
    bundled: 'このフォームは、ページに付属するスキーマから作成されています。',
    fallback: 'このページに付属するスキーマで検証しています。クラスターのスキーマとは異なる場合があります。',
  },
  uncheckedRules: (count) =>
    plural(count, { other: `そのうち ${number(count)} 件のルールはサーバーでのみ検証できます。` }),
  newObject: (kind) => `${kind} の新規作成`,
  schemaFailed: 'フォームを読み込めませんでした',
  reservedPrefix: 'このプレフィックスは Kubernetes 自身が予約しています。',

  webhookDown: (said) =>
    `KubeStash の Webhook から応答がありません。Webhook がないとストレージを作成できません。オペレーターが稼働しているか確認してください。サーバーの応答：${said}`,
  webhookPanic: (said) =>
    `この処理で KubeStash の Webhook がクラッシュしました。原因は、同じプロバイダーの設定なしで保存されたストレージです。先にそのストレージを修復または削除する必要があります。サーバーの応答：${said}`,
  webhookPanicHere: (said) => `これを省略すると KubeStash の Webhook がクラッシュします。サーバーの応答：${said}`,
  quotaExceeded: (said) => `Namespace のクォータを使い切っています。サーバーの応答：${said}`,

  notSet: '未設定',
  emptyValue: 'このキーには値が必要です。',
  editAsYaml: 'YAML で編集',
  editAsFields: 'フィールドで編集',
  yamlOnly: 'この値は YAML でのみ編集できます。',
  moveUp: (what) => `${what}を上へ移動`,
  moveDown: (what) => `${what}を下へ移動`,
  setEmpty: '空の値を設定',
  clearField: 'クリア',
  ofField: (label) => `（${label}）`,
  alsoSet: (keys) => `ほかの設定済みの値（YAML で編集）：${listed(keys)}`,
  filterFields: 'フィールドを絞り込む',
  fieldsFound: (count) => plural(count, { other: `${number(count)} 件のフィールドが見つかりました` }),
  fieldsFoundOf: (shown, count) =>
    `${number(count)} 件のフィールドが見つかりました（最初の ${number(shown)} 件を表示）`,
  foundWithin: (labels) => `一致した内部フィールド：${listed(labels)}`,
  noFieldMatches: (words) => `「${words}」に一致するフィールドはありません。`,
});
