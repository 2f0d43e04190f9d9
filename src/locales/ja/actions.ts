import type { ActionsMessages } from '../groups/actions.js';
import type { FormatsIn } from '../languages.js';

export const actions = ({ list, number, plural }: FormatsIn<'ja'>): ActionsMessages => ({
  actions: '操作',
  actionNames: { edit: '編集', rotate: '認証情報を更新', delete: '削除' },
  actionTerminating: 'このストレージは削除中です。',
  close: '閉じる',
  save: '保存',
  saving: '保存中…',
  lookAgain: '再確認',
  serverSaid: (said) => `サーバーの応答：${said}`,

  deleteHeading: (name) => `${name} を削除しますか？`,
  deleteDelete:
    '削除ポリシー Delete：BackupStorage と、クラスター内のその Repository と Snapshot が削除されます。バックアップデータはそのまま残り、同じディレクトリに対してストレージを作り直せば再び利用できます。',
  deleteWipeOut:
    '削除ポリシー WipeOut：BackupStorage と、クラスター内のその Repository と Snapshot が削除され、バックエンドのバックアップデータもすべて消去されます。元に戻すことはできません。',
  deleteOther: (policy) =>
    `削除ポリシー ${policy}：このポリシーでバックアップデータがどうなるかは、ここではわかりません。`,
  deleteHolds: (repositories, size) =>
    size === '' ? `${repositories}が含まれています。` : `${repositories}（合計 ${size}）が含まれています。`,
  deleteHoldsNone: '把握しているリポジトリはありません。',
  deleteDefault:
    'これはデフォルトストレージです。ストレージの指定がない BackupConfiguration に割り当てられなくなります。',
  deleteDependents: (count) =>
    plural(count, {
      other: `${number(count)} 件の BackupConfiguration がここに保存しています。これらは削除されませんが、別のストレージを指定するまでバックアップできません：`,
    }),
  deleteBatches: (count) =>
    plural(count, {
      other: `${number(count)} 件の BackupBatch がここに保存しています。これらは削除されませんが、別のストレージを指定するまでバックアップできません：`,
    }),
  deleteDependentsNone: 'ここに保存している BackupConfiguration はありません。',
  deleteDependentsNoneSeen: '参照できる範囲に、ここに保存している BackupConfiguration はありません。',
  deleteDependentsLoading: 'ここに保存している BackupConfiguration を確認しています…',
  deleteDependentsUnknown:
    'BackupConfiguration を参照する権限がないか、取得できないため、どれがここに保存しているかはわかりません。',
  deleteDependentsPartly: (namespaces) =>
    namespaces.length === 0
      ? '一部の Namespace は確認できませんでした。ほかにもある可能性があります。'
      : `一部の Namespace は確認できませんでした。${list(namespaces)} は参照する権限がありません。ほかにもある可能性があります。`,
  deleteSecret: (name) => `ストレージの削除後に Secret ${name} も削除する`,
  deleteSecretFree:
    'この Namespace に、これを指定しているほかの BackupStorage はありません。ワークロードなど、ほかで使われているかどうかは判定できません。',
  deleteSecretUsed: (name, by) => `Secret ${name} は残ります。使用元：${list(by)}`,
  deleteSecretUntold: (name) =>
    `Secret ${name} は残ります。この Namespace のすべての BackupStorage を参照する権限がないため、ほかで使われているかどうかを判定できません。`,
  deleteSecretDenied: (name) => `Secret ${name} は残ります。削除する権限がありません。`,
  deleteSecretUnsupported: (name) => `Secret ${name} は残ります。`,
  deleteSecretLoading: (name) => `Secret ${name} がほかで使われているか確認しています…`,
  deleteTypeName: (name) => `確認のため ${name} と入力してください`,
  deleteConfirm: 'ストレージを削除',
  deleteConfirmWipeOut: 'ストレージを削除してデータを消去',
  deleteNameMissing: '先にストレージの名前を入力してください。',
  deleteDeleting: '削除中…',
  deleteChanged: 'この間に変更があったため、何も削除していません。現在の内容を確認し、改めて判断してください。',
  deleteReplaced: 'このストレージはすでになく、同じ名前の別の BackupStorage があります。何も削除していません。',
  deleteRefused: '何も削除していません。',
  deleteUnknown: 'サーバーの応答が失われたため、削除中かどうかを確認できませんでした。',
  deleteTerminating: (name) => `${name} は削除中です（Terminating）`,
  deleteTerminatingText:
    'オペレーターがクリーンアップしています。処理は自動で続くため、このダイアログは閉じてもかまいません。',
  deleteTerminatingWipeOut:
    'オペレーターがバックアップデータを消去しています。処理は自動で続くため、このダイアログは閉じてもかまいません。',
  deleteTerminatingSecret: 'Secret はストレージの削除後に削除されます。それまでこのページを開いたままにしてください。',
  deleteCleanUpFaults: 'オペレーターが報告した問題：',
  deleteCannotFollow: 'ここで BackupStorage を一覧表示する権限がないため、進行状況を追跡できません。',
  deleteSecretGoing: 'ストレージは削除されました。Secret を削除しています…',
  deleteDone: (name) => `${name} を削除しました`,
  deleteDoneSecret: (name) => `Secret ${name} も削除しました。`,
  deleteSecretLeft: (name) => `Secret ${name} は削除されていません。`,

  rotateHeading: (name) => `${name} の認証情報を更新`,
  rotateText: (secret) => `入力した内容は Secret ${secret} に書き込まれます。ストレージ自体は変わりません。`,
  rotateKeeps: '設定済みです。維持する場合は空欄のままにしてください。',
  rotateAdds: 'まだ設定されていません。',
  rotateBlank: '保存されている値を維持する場合は空欄のままにしてください。',
  rotateUntold: (secret) => `Secret ${secret} のキーは、ここには表示されません。`,
  rotateUnread: (secret) => `現在、Secret ${secret} を読み取れないため、どのキーがあるかわかりません。`,
  rotateAbsent: (secret) => `Secret ${secret} はありません。先に作成する必要がありますが、ここでは作成できません。`,
  rotateShared: (names) => `同じ Secret を使う次のストレージの認証情報も変わります：${list(names)}`,
  rotateSharedUntold:
    'この Namespace のすべての BackupStorage を参照する権限がありません。ほかにも同じ Secret を使うストレージがある可能性があります。',
  rotateNoSecret: 'このストレージには Secret が指定されていません。',
  rotateNothing: '何も入力されていないため、保存するものがありません。',
  rotateRefused: '何も書き込んでいません。',
  rotateUnknown:
    'サーバーの応答が失われました。Secret はすでに新しい値になっている可能性があります。もう一度保存しても問題ありません。',
  rotateDone: (secret) => `Secret ${secret} が新しい値になりました`,
  rotateWaiting: 'その後、オペレーターからの新しい報告はありません。',
  rotateReady: 'その後、オペレーターから報告がありました：ストレージは準備できています。',
  rotateNotReady: 'その後、オペレーターから報告がありました：ストレージは準備できていません。',
  rotateMoved:
    'この間に、ストレージに別の Secret が設定されたか、同じ名前の別のストレージに置き換わりました。何も書き込んでいません。閉じて最初からやり直してください。',
  rotateDenied: 'ここではストレージの状態を追跡できません。',

  editHeading: (name) => `${name} の編集`,
  editFrozen: (rule) => `${rule}。そのため、バックエンドは変更できません。ほかはすべて変更できます。`,
  editUnreadable: 'ストレージを読み取れなかったため、編集できません。',
  editGone: 'この間にストレージが削除されました。入力した内容は保存できません。',
  editRefused: '何も保存していません。',
  editUnknown:
    'サーバーの応答が失われたため、保存されたかどうかを確認できませんでした。もう一度保存すると確認できます。',
  editNotSent: '次の理由で保存できません：',
  editChanges: (count) => plural(count, { other: `変更 ${number(count)} 件` }),
  editNoChanges: 'まだ何も変更されていません。',
  editTaken: 'この間にほかのユーザーが加えた次の変更は、維持されています：',
  editSaved: (name) => `${name} を保存しました`,
  editConflicts: (count) =>
    plural(count, {
      other: `この間に、同じフィールド ${number(count)} 件がほかのユーザーに変更されました。それぞれ、どちらの内容を保存するか選択してください。`,
    }),
  editMine: '自分の変更',
  editTheirs: 'ほかのユーザーの変更',
  editWas: '変更前',
  editRemoved: '削除',
  editUndecided: (count) => plural(count, { other: `未選択のフィールド ${number(count)} 件` }),
});
