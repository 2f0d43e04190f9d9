import webpack from 'webpack';

const { container, NormalModuleReplacementPlugin } = webpack;

/** Where the SDK's references to the console lead to. */
const PARTS =
  /^@console\/(shared\/src\/(hooks\/useActiveNamespace|components\/document-title|utils\/console-fetch)|internal\/components\/(namespace-bar|factory\/ListPage\/ListPageHeader))/;

const shared = (names) => Object.fromEntries(names.map((name) => [name, { singleton: true, eager: true }]));

export default {
  mode: 'development',
  devtool: false,
  context: import.meta.dirname,
  entry: { main: './main.tsx', theme: './theme.ts' },
  output: { path: `${import.meta.dirname}/dist/static`, publicPath: '/static/', clean: true },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  performance: { hints: false },
  module: {
    rules: [
      { test: /\.tsx?$/, exclude: /node_modules/, use: { loader: 'ts-loader', options: { transpileOnly: true } } },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
      // Of the console's own parts, which are not here.
      { test: /\.scss$/, type: 'asset/source' },
      { test: /\.(woff2?|ttf|svg|jpg|png)$/, type: 'asset/resource' },
    ],
  },
  plugins: [
    new NormalModuleReplacementPlugin(/^@console\//, (resource) => {
      resource.request = `${import.meta.dirname}/${PARTS.test(resource.request) ? 'console-parts.tsx' : 'absent.ts'}`;
    }),
    // What the console shares with its plugins.
    new container.ModuleFederationPlugin({
      name: 'console',
      shared: shared([
        '@openshift/dynamic-plugin-sdk',
        '@openshift-console/dynamic-plugin-sdk',
        'react',
        'react-router',
      ]),
    }),
  ],
};
