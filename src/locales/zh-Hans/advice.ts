import type { AdviceMessages } from '../groups/advice.js';
import type { FormatsIn } from '../languages.js';

export const advice = ({ list }: FormatsIn<'zh-Hans'>): AdviceMessages => ({
  // These three are the server's own sentences: they stay as people find them in logs and on the web.
  storageExists: (name) => `backupstorages.storage.kubestash.com ${JSON.stringify(name)} already exists`,
  namespaceNotFound: (name) => `namespaces ${JSON.stringify(name)} not found`,
  idOutOfRange: 'must be between 0 and 2147483647, inclusive',

  defaultTaken: (rule, other) => `${rule}：${other} 是那里的默认存储。请先取消它的默认设置，或不要将此存储设为默认。`,
  defaultLast: (namespace) =>
    `对所有 Namespace 开放的默认存储最后才会被考虑，在 ${namespace} 中也是如此：如果别处有选择器匹配 ${namespace} 的默认存储，会优先采用那一个。`,
  sameDirectoryAs: (rule, other) => `${rule}：${other} 指向该目录。请选择其他前缀或存储桶。`,
  sameDirectoryOnOtherServer: (rule, other) =>
    `${rule}：${other} 的存储桶、区域和前缀均相同，而服务器不比较端点。请选择其他前缀。`,
  nearMissSlashes: (other) =>
    `${other} 使用同一目录：首尾的斜杠不会使其成为不同的目录。服务器会接受此设置，但两者会写入同一位置。`,
  nearMissRegion: (other) => `${other} 在另一区域名下使用同一目录。服务器会接受此设置，但两者会写入同一位置。`,
  nearMissInside: (other) =>
    `此目录位于 ${other} 的目录之内。服务器会接受此设置，但对那个存储执行 WipeOut 会一并清除此存储的数据。`,
  nearMissContains: (other) =>
    `${other} 的目录位于此目录之内。服务器会接受此设置，但对此存储执行 WipeOut 会一并清除那个存储的数据。`,
  crashAhead: (other, provider) =>
    `服务器将无法处理此请求：${other} 的提供商是 ${provider}，却没有 ${provider} 设置，这会使 KubeStash 的 Webhook 在处理该提供商的任何存储时崩溃。请先修复或删除那个存储。`,
  selectorMissing: (rule) => `${rule}。请添加 Namespace 必须匹配的标签或表达式，或选择其他策略。`,
  selectorWithoutOwn: (namespace) =>
    `选择器不匹配存储自身所在的 Namespace ${namespace}，且对它没有例外：其中的任何资源都不能使用该存储。`,
  selectorUnused: (from) => `选择器会被忽略：策略为 ${from}。`,
  blanksAround: '首尾有空格或换行符。它们会按原样保留；如非有意，请移除。',
  slashCut: (stored) =>
    stored === '' ? '服务器会去掉末尾的斜杠：不会保存任何内容。' : `服务器会去掉末尾的一个斜杠：将保存为“${stored}”。`,
  leadingSlash: '开头有无斜杠都是同一目录，但服务器会将两者视为不同。请去掉它。',
  emptySegment: '连续两个斜杠并不表示另一个目录，但服务器会将其视为不同。',
  unusualName: {
    s3: '存储桶名称通常为 3 到 63 个小写字母、数字、“.”和“-”，首尾须为字母或数字。服务器不检查此项。',
    gcs: '存储桶名称通常为 3 到 63 个小写字母、数字、“.”、“-”和“_”，首尾须为字母或数字。服务器不检查此项。',
    container: '容器名称为 3 到 63 个小写字母、数字和不连续的连字符，首尾须为字母或数字。服务器不检查此项。',
    storageAccount: '存储账户名称为 3 到 24 个小写字母和数字。服务器不检查此项。',
  },
  endpointWithPath: (path) => `端点只应包含服务器地址，存储桶会附加在其后：不应包含“${path}”。`,
  endpointWithBucket: (bucket) =>
    `端点中已包含存储桶 ${bucket}。这里只使用路径样式寻址，存储桶会附加在端点之后：请在此处去掉它。`,
  endpointOfRegion: (region) => `此端点属于区域 ${region}。`,
  endpointWithCredentials: '端点中的用户名或密码会以明文保存，任何有权读取该存储的人都能看到。',
  volumeSourceMissing: '必须指定一个卷：请选择数据的存放位置。',
  volumeSourcesMany: (sources) => `只能指定一个卷，而现有多个：${list(sources)}。`,
  emptyDirLosesData: 'emptyDir 会随其 Pod 一起消失：其中的所有备份都会丢失。仅供试用。',
});
