import { bootstrapApplication } from '@angular/platform-browser';
import { Component } from '@angular/core';
@Component({ selector: 'att-root', template: '<p>hello</p>' })
class Root {}
bootstrapApplication(Root).catch((error: unknown) => console.error(error));
