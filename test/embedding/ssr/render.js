// Renders every element on the server, as Lit's own renderer does it, with a data source and without one.
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { MemoryCluster } from 'backupstorage-elements/data-source/memory';
import 'backupstorage-elements/define';
import { sampleObjects } from 'backupstorage-elements/samples';
import { html } from 'lit';

const source = new MemoryCluster({ objects: sampleObjects() }).dataSource();

const page = html`
  <backupstorage-data-source kind="memory" samples>
    <backupstorage-list namespace="demo"></backupstorage-list>
  </backupstorage-data-source>
  <backupstorage-list .dataSource=${source}></backupstorage-list>
  <backupstorage-detail .dataSource=${source} namespace="demo" name="s3-storage"></backupstorage-detail>
  <backupstorage-create-form .dataSource=${source} namespace="demo"></backupstorage-create-form>
  <backupstorage-manifest-preview .dataSource=${source}></backupstorage-manifest-preview>
`;
process.stdout.write(await collectResult(render(page)));
