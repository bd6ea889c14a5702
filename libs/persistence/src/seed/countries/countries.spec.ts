import { countries, zoneOf } from '@app/domain';
import { seedCountries } from './countries';

describe('first data of the countries', () => {
  it('has each country once, with the zone that deadlines and mails use', () => {
    expect(seedCountries.map((country) => country.code)).toEqual(countries);
    expect(seedCountries.map((country) => country.zone)).toEqual(countries.map(zoneOf));
  });

  it('has language tags of the host languages and names in every script', () => {
    for (const country of seedCountries) {
      expect(new Intl.Locale(country.languageTag).region).toBe(country.code);
      expect(country.nameZh && country.nameEn && country.nativeName && country.currency).toMatch(/^[A-Z]{3}$/);
    }
  });
});
