import 'backupstorage-elements/define/backupstorage-create-form';
import 'backupstorage-elements/themes/backstage.css';
import { Container } from '@backstage/ui';
import { useDataSource } from './cluster';
import { CustomElement } from './custom-element';
import { usePages } from './pages';

export function CreatePage() {
  const dataSource = useDataSource();
  const { detailHref, toDetail, toList } = usePages();
  return (
    <Container>
      <CustomElement
        tag="backupstorage-create-form"
        properties={{ dataSource, detailHref }}
        on={{
          'backupstorage-created': ({ object: { metadata } }) =>
            toDetail(metadata?.namespace ?? '', metadata?.name ?? ''),
          'backupstorage-cancel': (event) => {
            if (event.dirty && !window.confirm('Leave and lose what you have entered?')) event.preventDefault();
            else toList();
          },
        }}
      />
    </Container>
  );
}
