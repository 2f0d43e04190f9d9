import 'backupstorage-elements/define/backupstorage-detail';
import 'backupstorage-elements/themes/backstage.css';
import { useRouteRefParams } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { useDataSource } from './cluster';
import { CustomElement } from './custom-element';
import { usePages } from './pages';
import { detailRouteRef } from './routes';

export function DetailPage() {
  const dataSource = useDataSource();
  const { namespace, name } = useRouteRefParams(detailRouteRef);
  const { listHref, toList } = usePages();
  return (
    <Container>
      <CustomElement
        tag="backupstorage-detail"
        properties={{ dataSource, namespace, name, listHref }}
        on={{ 'backupstorage-deleted': toList }}
      />
    </Container>
  );
}
