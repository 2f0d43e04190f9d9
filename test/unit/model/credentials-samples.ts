/** Made for these tests with openssl; the private keys were thrown away. */

/** Valid until 2046-11-18, written as UTCTime. */
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBhDCCASmgAwIBAgIUFlPawfmnNekhopKeazFyANuEK7YwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMVGVzdCBnb29kIENBMB4XDTI2MTEyMzA2NTYzM1oXDTQ2MTEx
ODA2NTYzM1owFzEVMBMGA1UEAwwMVGVzdCBnb29kIENBMFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAEVL/7SH0PrHCEAtBQoWUnj16icambPJzAtAmnlVFdsWk51op8
RqeUXdhhNZETWoy82KT+FDeC0QyzqdkNRtaOrKNTMFEwHQYDVR0OBBYEFKQi36QP
czGXrUE4ZrwXUjenhGeAMB8GA1UdIwQYMBaAFKQi36QPczGXrUE4ZrwXUjenhGeA
MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAM1+i4bli5IvqhdI
Y6ewbW/nAMvgDI5C+4IgU1DkXY9pAiEA+CgqK1HtC4zhG6bAGi8ZxyTHgot29EIC
y2Hz8KCRKSg=
-----END CERTIFICATE-----
`;

/** Valid until 2066-11-13, written as GeneralizedTime. */
export const FAR_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBgjCCASmgAwIBAgIUBV8I9yjzxc5aL82fYLIjilMgK3wwCgYIKoZIzj0EAwIw
FjEUMBIGA1UEAwwLVGVzdCBmYXIgQ0EwIBcNMjYxMTIzMDY1NjMzWhgPMjA2NjEx
MTMwNjU2MzNaMBYxFDASBgNVBAMMC1Rlc3QgZmFyIENBMFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAEzFtCTR3Wo9C+6IOmqCHlmP45mORgsjW2pR3nHZA6ldpQfEIC
LHO+qpVgL/8XEow2eq3NjwPJE2q5iC9c6F5s7qNTMFEwHQYDVR0OBBYEFCbDcY9O
uh4JvQyGVMcNqzoOTYr4MB8GA1UdIwQYMBaAFCbDcY9Ouh4JvQyGVMcNqzoOTYr4
MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgJlHcMsXaCxCSZPgg
eCYtr/3lIm9o3Cm2kDHjaurKIfACIEEaNjGKlIH+hbmS4tnag89/MtvUAgrC9TAX
s8331pq/
-----END CERTIFICATE-----
`;

export const SECRET = 'dummySecretAccessKey7f3aDummySecret0123/';
export const SERVICE_ACCOUNT = {
  type: 'service_account',
  project_id: 'acme-demo',
  private_key: '-----BEGIN DUMMY KEY-----\nZHVtbXk=\n-----END DUMMY KEY-----\n',
  client_email: 'backup@acme-demo.iam.gserviceaccount.com',
};
