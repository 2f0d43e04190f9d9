/** How consoles keep lists: each event copies the array and searches it. */
export function start(base, { onChange }) {
  let items = [];
  const url = `${base}/apis/storage.kubestash.com/v1alpha1/backupstorages`;
  const apply = ({ type, object }) => {
    const next = [...items];
    const index = next.findIndex((item) => item.metadata.uid === object.metadata.uid);
    if (type === 'DELETED') next.splice(index, 1);
    else if (index === -1) next.push(object);
    else next[index] = object;
    items = next;
    onChange();
  };
  const run = async () => {
    items = (await (await fetch(url)).json()).items;
    onChange();
    const { body } = await fetch(`${url}?watch=true`);
    let rest = '';
    for await (const text of body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + text).split('\n');
      rest = lines.pop();
      for (const line of lines) apply(JSON.parse(line));
    }
  };
  void run();
  return {
    count: () => items.length,
    versionOf: ({ namespace, name }) =>
      items.find(({ metadata }) => metadata.name === name && metadata.namespace === namespace)?.metadata
        .resourceVersion,
  };
}
