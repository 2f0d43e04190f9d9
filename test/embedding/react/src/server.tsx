import { renderToString } from 'react-dom/server';
import { source } from './cluster';
import { Storages } from './Storages';

process.stdout.write(renderToString(<Storages source={source} />));
