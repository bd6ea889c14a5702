export { builtInTexts, checkTexts, renderWith, sampleMail, textValuesOf, triedMail } from './check-texts';
export { headerText } from './header-text';
export type { MailMatter, MailNames, MailReader, MailSettings } from './mail-data';
export { messageIdOf } from './message-id';
export { renderMail, type RenderedMail } from './render-mail';
export { sampleMatter, sampleNames } from './sample-mail';
