/** Of a refusal without a word: its HTTP status, as `502 Bad Gateway`. */
export const serverAnswered = (status: string): string => `The server answered ${status}.`;

/**
 * Why a request got no answer that can be used: what an adapter says where the server said nothing. Also the messages of
 * the errors themselves, which hosts and logs see in English (`data-source/request-faults.ts`).
 */
export const requestFaults = {
  unreachable: 'The server cannot be reached.',
  lost: 'The connection to the cluster was lost.',
  late: 'The server did not answer in time.',
  redirect: 'The server redirects to another page, as it does to sign in.',
  'web-page': 'The server answered a web page instead of data: a proxy or a login page is in the way.',
  'no-answer': 'The server answered nothing.',
  'not-json': 'The server answered something that is not JSON.',
  'not-an-object': 'The server answered something that is not an object.',
  'not-a-list': 'The server answered something that is not a list.',
  'endless-list': 'The pages of the list do not end.',
  'bad-stream': 'The server sends changes in a form that cannot be read.',
  'endless-line': 'The server sends a line without an end.',
  'watch-closed': 'The server closed the watch as soon as it was opened.',
  'watch-failed': 'The server ended the watch with an error.',
  'no-schema': 'The server gives no schema of these objects.',
  'no-resource': 'The server does not serve objects of this kind.',
  'no-selection': 'The server cannot select by this field.',
  'no-preconditions': 'The server cannot check what it deletes.',
  'resources-only': 'The proxy carries requests for resources only.',
  'no-credentials': 'The kubeconfig gives no credentials.',
  'bad-header': 'A header that the host gave cannot be sent.',
  'not-writable': 'The object cannot be written as JSON.',
};
