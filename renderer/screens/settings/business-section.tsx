import { NativeSelect, Select } from '@mantine/core';
import type { Settings } from '../../../shared/contract/contract.ts';
import { professionChoices } from '../../../shared/wording/professions.ts';
import { Card } from '../../parts/card.tsx';
import { countryChoices } from './countries.ts';
import { SavedField } from './saved-field.tsx';
import classes from './settings.module.css';
import { useSaving } from './use-saving.ts';

/** What the business is called, where it is, and who one is. */
export function BusinessSection({ settings }: { settings: Settings }) {
  const save = useSaving();
  return (
    <Card title="Your business">
      <div className={classes.fields}>
        <SavedField
          label="Its name"
          value={settings.businessName}
          onSave={(businessName) => save({ businessName })}
        />
        <NativeSelect
          label="What you do"
          description="Attorneys also have matters, and a look-up for conflicts"
          data={[...professionChoices]}
          value={settings.profession}
          onChange={(event) =>
            save({ profession: event.currentTarget.value as Settings['profession'] })
          }
        />
        <SavedField
          label="Its web page"
          value={settings.website}
          onSave={(website) => save({ website })}
        />
        <Select
          label="Country"
          description="So that telephone numbers without a country code are understood"
          data={countryChoices()}
          value={settings.country || null}
          onChange={(country) => save({ country: country ?? '' })}
          searchable
          clearable
          nothingFoundMessage="No country by that name"
        />
        <SavedField
          label="Your name"
          value={settings.yourName}
          onSave={(yourName) => save({ yourName })}
        />
        <SavedField
          label="You open at"
          type="time"
          value={settings.morning}
          onSave={(morning) => save({ morning })}
        />
      </div>
    </Card>
  );
}
