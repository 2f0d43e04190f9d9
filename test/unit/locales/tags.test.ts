import { expect } from 'chai';
import { regionOf } from '../../../src/locales/tags.js';

describe('locales: the region that dates and numbers follow', () => {
  it('is the one of the page, else that of the reader', () => {
    expect(regionOf('en-GB', ['en-US'])).to.equal('en-GB');
    expect(regionOf('en', ['de-AT', 'en-IE'])).to.equal('en-IE');
    expect(regionOf('en', ['de-AT'])).to.equal('en');
  });

  it('passes over what a browser says that is no language tag', () => {
    expect(regionOf('en', ['en-US@posix', '', 'en-IE'])).to.equal('en-IE');
    expect(regionOf('en', ['en-US@posix'])).to.equal('en');
  });
});
