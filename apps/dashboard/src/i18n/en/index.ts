const files = import.meta.glob<object>('./*.json', { eager: true, import: 'default' });

/** Every sentence of the dashboard in English, one file a topic. */
export default Object.assign({}, ...Object.values(files)) as object;
