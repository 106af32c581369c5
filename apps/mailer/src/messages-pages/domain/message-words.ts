import { appTitles, contractOf, isMessageType, type AppName } from '#contracts';

/** What a type of message is called: "Person changed"; what is no type of ours says so. */
export function typeInWords(type: string): string {
  return isMessageType(type) ? contractOf(type).title : 'A message that is not known here';
}

/** What people call a part of the site; as it calls itself where that is not known. */
export function appInWords(app: string): string {
  return Object.hasOwn(appTitles, app) ? appTitles[app as AppName] : app;
}

/** The part of the site that sends messages of the type. */
export function senderOf(type: string): string {
  return isMessageType(type) ? contractOf(type).producer : (type.split('.', 1)[0] ?? type);
}
