import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentPerson } from './current-person.decorator';
import { meOf } from './me';
import { meAnswer } from './session.schemas';
import type { SignedIn } from './signed-in';

/** Who is signed in. */
@ApiTags('session')
@Controller('me')
export class MeController {
  @Get()
  @ApiOkResponse({ standardSchema: meAnswer })
  me(@CurrentPerson() person: SignedIn): z.output<typeof meAnswer> {
    return meOf(person);
  }
}
