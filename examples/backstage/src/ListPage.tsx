import 'backupstorage-elements/define/backupstorage-list';
import 'backupstorage-elements/themes/backstage.css';
import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { useDataSource } from './cluster';
import { CustomElement } from './custom-element';
import { usePages } from './pages';

export function ListPage() {
  const dataSource = useDataSource();
  const { createHref, detailHref, toCreate, toDetail } = usePages();
  // Backstage has no namespace of its own: the chosen one is kept in the address.
  const [search, setSearch] = useAppSearchParams();
  return (
    <Container>
      <CustomElement
        tag="backupstorage-list"
        properties={{ dataSource, namespace: search.get('namespace') ?? '', createHref, detailHref }}
        on={{
          'backupstorage-select': (event) => {
            event.preventDefault();
            toDetail(event.namespace, event.name);
          },
          'backupstorage-create': (event) => {
            event.preventDefault();
            toCreate();
          },
          'backupstorage-namespace-change': ({ namespace }) => setSearch(namespace ? { namespace } : {}),
        }}
      />
    </Container>
  );
}
