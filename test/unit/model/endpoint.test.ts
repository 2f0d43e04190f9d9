import { expect } from 'chai';
import { readEndpoint } from '../../../src/model/endpoint.js';

describe('readEndpoint', () => {
  it('reads the server and what stands behind it', () => {
    const plain = { host: 'minio.storage.svc:9000', rest: '', hasCredentials: false };
    expect(readEndpoint('https://minio.storage.svc:9000')).to.deep.equal(plain);
    expect(readEndpoint('HTTP://MinIO.storage.svc:9000//')).to.deep.equal(plain);
    expect(readEndpoint('https://h/lab/x?a=b#c')).to.deep.equal({
      host: 'h',
      rest: '/lab/x?a=b#c',
      hasCredentials: false,
    });
    expect(readEndpoint('https://me:pw@h')?.hasCredentials).to.be.true;
  });

  const aws: [endpoint: string, region: string | undefined, bucket?: string][] = [
    ['https://s3.us-east-1.amazonaws.com', 'us-east-1'],
    ['https://s3.eu-central-1.amazonaws.com/', 'eu-central-1'],
    ['https://s3-us-west-2.amazonaws.com', 'us-west-2'],
    ['https://s3.dualstack.ap-south-1.amazonaws.com', 'ap-south-1'],
    ['https://s3-fips.us-gov-west-1.amazonaws.com', 'us-gov-west-1'],
    ['https://s3.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
    ['https://lab.s3.us-east-1.amazonaws.com', 'us-east-1', 'lab'],
    ['https://a.s3.b.s3.us-east-1.amazonaws.com', 'us-east-1', 'a.s3.b'],
    // The global endpoint names no region.
    ['https://s3.amazonaws.com', undefined],
    ['https://lab.s3.amazonaws.com', undefined, 'lab'],
    ['https://s3.us-east-1.example.com', undefined],
    ['https://ec2.us-east-1.amazonaws.com', undefined],
  ];
  for (const [endpoint, region, bucket] of aws)
    it(`finds region and bucket in ${endpoint}`, () => {
      expect(readEndpoint(endpoint)?.region).to.equal(region);
      expect(readEndpoint(endpoint)?.bucket).to.equal(bucket);
    });

  for (const text of ['', 'minio:9000', 'minio.storage.svc', 'ftp://h', 'https://', 'https://h:port', ' https://h'])
    it(`takes ${JSON.stringify(text)} for no endpoint`, () => expect(readEndpoint(text)).to.equal(undefined));
});
