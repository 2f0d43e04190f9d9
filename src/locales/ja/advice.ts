import type { AdviceMessages } from '../groups/advice.js';
import type { FormatsIn } from '../languages.js';

export const advice = ({ list }: FormatsIn<'ja'>): AdviceMessages => ({
  // These three are the server's own sentences: they stay as people find them in logs and on the web.
  storageExists: (name) => `backupstorages.storage.kubestash.com ${JSON.stringify(name)} already exists`,
  namespaceNotFound: (name) => `namespaces ${JSON.stringify(name)} not found`,
  idOutOfRange: 'must be between 0 and 2147483647, inclusive',

  defaultTaken: (rule, other) =>
    `${rule}：すでに ${other} がデフォルトです。先にそのデフォルトを解除するか、こちらの設定をオフにしてください。`,
  defaultLast: (namespace) =>
    `すべての Namespace に公開されたデフォルトは、${namespace} でも優先順位が最後になります。${namespace} に一致するセレクターを持つデフォルトが別の場所にあれば、そちらが先に使われます。`,
  sameDirectoryAs: (rule, other) =>
    `${rule}：${other} がそこを指しています。別のプレフィックスまたはバケットを選択してください。`,
  sameDirectoryOnOtherServer: (rule, other) =>
    `${rule}：${other} とバケット、リージョン、プレフィックスが同じです。サーバーはエンドポイントを比較しません。別のプレフィックスを選択してください。`,
  nearMissSlashes: (other) =>
    `${other} が同じディレクトリを使用しています。前後のスラッシュの有無では別のディレクトリになりません。サーバーはこれを受け入れますが、両方が同じ場所に書き込むことになります。`,
  nearMissRegion: (other) =>
    `${other} が別のリージョン名で同じディレクトリを使用しています。サーバーはこれを受け入れますが、両方が同じ場所に書き込むことになります。`,
  nearMissInside: (other) =>
    `このディレクトリは ${other} のディレクトリの中にあります。サーバーはこれを受け入れますが、そのストレージを WipeOut すると、こちらのデータも消去されます。`,
  nearMissContains: (other) =>
    `${other} のディレクトリがこのディレクトリの中にあります。サーバーはこれを受け入れますが、このストレージを WipeOut すると、${other} のデータも消去されます。`,
  crashAhead: (other, provider) =>
    `サーバーでエラーになります。${other} はプロバイダーが ${provider} なのに ${provider} の設定がなく、このプロバイダーのどのストレージでも KubeStash の Webhook がクラッシュします。先に ${other} を修復または削除してください。`,
  selectorMissing: (rule) =>
    `${rule}。Namespace が一致すべきラベルまたは条件式を追加するか、別のポリシーを選択してください。`,
  selectorWithoutOwn: (namespace) =>
    `セレクターがストレージ自身の Namespace ${namespace} に一致しません。自身の Namespace も例外ではなく、そこからはこのストレージを使用できません。`,
  selectorUnused: (from) => `ポリシーが ${from} のため、セレクターは無視されます。`,
  blanksAround:
    '先頭または末尾に空白か改行があります。そのまま保存されるため、意図したものでなければ削除してください。',
  slashCut: (stored) =>
    stored === ''
      ? '末尾のスラッシュはサーバーが取り除くため、何も保存されません。'
      : `末尾のスラッシュはサーバーが 1 つ取り除き、「${stored}」として保存します。`,
  leadingSlash:
    '先頭のスラッシュの有無にかかわらず同じディレクトリですが、サーバーは別のものとして扱います。スラッシュを付けないでください。',
  emptySegment: 'スラッシュが連続していても同じディレクトリですが、サーバーは別のものとして扱います。',
  unusualName: {
    s3: 'バケット名は通常、英小文字、数字、「.」、「-」からなる 3～63 文字で、両端は英字か数字です。サーバーはこれを検証しません。',
    gcs: 'バケット名は通常、英小文字、数字、「.」、「-」、「_」からなる 3～63 文字で、両端は英字か数字です。サーバーはこれを検証しません。',
    container:
      'コンテナー名は英小文字、数字、連続しないハイフンからなる 3～63 文字で、両端は英字か数字です。サーバーはこれを検証しません。',
    storageAccount: 'ストレージアカウント名は英小文字と数字からなる 3～24 文字です。サーバーはこれを検証しません。',
  },
  endpointWithPath: (path) =>
    `エンドポイントにはサーバーだけを指定します。バケットはその後ろに付加されるため、「${path}」は不要です。`,
  endpointWithBucket: (bucket) =>
    `エンドポイントにすでにバケット ${bucket} が含まれています。使われるのはバケットをエンドポイントの後ろに付けるパス形式だけなので、ここでは省略してください。`,
  endpointOfRegion: (region) => `このエンドポイントはリージョン ${region} のものです。`,
  endpointWithCredentials:
    'エンドポイントに含まれるユーザー名やパスワードは平文で保存され、ストレージの読み取り権限があれば誰でも見ることができます。',
  volumeSourceMissing: 'ボリュームが 1 つ必要です。データの保存先を選択してください。',
  volumeSourcesMany: (sources) => `指定できるボリュームは 1 つだけですが、複数あります：${list(sources)}`,
  emptyDirLosesData: 'emptyDir は Pod とともに消え、その中のバックアップはすべて失われます。試用専用です。',
});
