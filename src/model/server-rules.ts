/** The sentences in which KubeStash's validating webhook refuses a BackupStorage, word for word. */
export const SERVER_RULES = {
  multipleDefaults: 'multiple default BackupStorages are not allowed within the same namespace',
  emptySelector: 'selector cannot be empty for usage policy of type "Selector"',
  inUse: 'BackupStorage is currently in use and cannot be modified',
  sameDirectory: 'no two BackupStorage should point to the same directory of the same bucket',
} as const;

export type ServerRule = keyof typeof SERVER_RULES;

/** Which of the webhook's rules a refusal is by. */
export function serverRuleOf(message: string): ServerRule | undefined {
  return (Object.keys(SERVER_RULES) as ServerRule[]).find((rule) => message.includes(SERVER_RULES[rule]));
}
