const files = import.meta.glob<object>('./*.json', { eager: true, import: 'default' });

/** The sentences of all pages but the first, in Chinese, one file a topic. */
export default Object.assign({}, ...Object.values(files)) as object;
