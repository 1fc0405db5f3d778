using System.Collections.Immutable;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Door;

/// <summary>A way into the program: an endpoint it maps, files of the pages left out.</summary>
/// <param name="Pattern">Its route.</param>
/// <param name="Methods">The methods it answers; every method where none is named, as of a page.</param>
internal sealed record Route(RoutePattern Pattern, ImmutableArray<string> Methods)
{
    internal static IReadOnlyList<Route> ListAll(IServiceProvider services) =>
    [
        .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(endpoint => new Route(endpoint.RoutePattern, [.. endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []])),
    ];

    /// <summary>Its address with a value for each of its parameters.</summary>
    internal string AddressWith(Func<string, string> value) => "/" + string.Join('/', Pattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => value(parameter.Name),
            _ => throw new NotSupportedException($"{part.GetType()} in {Pattern.RawText}"),
        }))));

    public override string ToString() => Pattern.RawText!;
}
