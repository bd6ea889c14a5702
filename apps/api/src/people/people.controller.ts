import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import type { SignedIn } from '../auth/signed-in';
import { SeenRevision } from '../commands/command-call.decorator';
import { entityId } from '../http/params';
import {
  newPersonBody,
  organizationChoice,
  organizationsQuery,
  peopleQuery,
  personChangeBody,
  personChoice,
  personSaved,
} from './people.schemas';
import { Register } from './register';

const people = z.object({ items: z.array(personChoice) }).meta({ id: 'PeopleChoices' });
const organizations = z.object({ items: z.array(organizationChoice) }).meta({ id: 'OrganizationChoices' });

/** People and organizations to choose from in forms, and the register of people. */
@ApiTags('people')
@Controller()
export class PeopleController {
  constructor(private readonly register: Register) {}

  @Get('people')
  @ApiOperation({ summary: 'Finds people to choose from' })
  @ApiOkResponse({ standardSchema: people })
  async people(
    @CurrentPerson() person: SignedIn,
    @Query({ schema: peopleQuery }) query: z.output<typeof peopleQuery>,
  ): Promise<z.output<typeof people>> {
    return { items: await this.register.people(person, query) };
  }

  @Get('organizations')
  @ApiOperation({ summary: 'Finds organizations to choose from' })
  @ApiOkResponse({ standardSchema: organizations })
  async organizations(
    @Query({ schema: organizationsQuery }) query: z.output<typeof organizationsQuery>,
  ): Promise<z.output<typeof organizations>> {
    return { items: await this.register.organizations(query) };
  }

  @Post('people')
  @ApiOperation({ summary: 'Enters a person' })
  @HttpCode(201)
  @ApiCreatedResponse({ standardSchema: personSaved })
  addPerson(
    @CurrentPerson() person: SignedIn,
    @Body({ schema: newPersonBody }) body: z.output<typeof newPersonBody>,
  ): Promise<z.output<typeof personSaved>> {
    return this.register.add(person, body);
  }

  @Put('people/:id')
  @ApiOperation({ summary: 'Corrects one’s own record' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: personSaved })
  changePerson(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @SeenRevision() rev: number,
    @Body({ schema: personChangeBody }) body: z.output<typeof personChangeBody>,
  ): Promise<z.output<typeof personSaved>> {
    return this.register.change(person, { id, rev, change: body });
  }
}
