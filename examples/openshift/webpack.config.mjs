import { createRequire } from 'node:module';

// CommonJS, without the named exports that Node could see.
const { ConsoleRemotePlugin } = createRequire(import.meta.url)('@openshift-console/dynamic-plugin-sdk-webpack');

const production = process.env.NODE_ENV === 'production';

export default {
  mode: production ? 'production' : 'development',
  context: `${import.meta.dirname}/src`,
  // ConsoleRemotePlugin adds the entry.
  entry: {},
  output: {
    path: `${import.meta.dirname}/dist`,
    filename: production ? '[name]-bundle-[contenthash].min.js' : '[name]-bundle.js',
    chunkFilename: production ? '[name]-chunk-[contenthash].min.js' : '[name]-chunk.js',
    clean: true,
  },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      { test: /\.tsx?$/, exclude: /node_modules/, use: { loader: 'ts-loader', options: { transpileOnly: true } } },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
    ],
  },
  devtool: production ? false : 'source-map',
  plugins: [
    new ConsoleRemotePlugin({
      pluginMetadata: {
        name: 'backupstorages',
        version: '0.1.0',
        displayName: 'KubeStash BackupStorages',
        description: 'Where the backups of databases are stored.',
        exposedModules: { ListPage: './ListPage', DetailsPage: './DetailsPage', CreatePage: './CreatePage' },
        dependencies: { '@console/pluginAPI': '>=4.22.0-0' },
      },
    }),
  ],
};
