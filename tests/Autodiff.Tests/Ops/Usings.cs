// What the tests share with the checks that the library offers its users.
global using IArrayFunction = Autodiff.Differentiation.IArrayFunction;
global using IFunction = Autodiff.Differentiation.IFunction;
global using Modes = Autodiff.Differentiation.Modes;
global using Rule = Autodiff.Differentiation.Rule;
