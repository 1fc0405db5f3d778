using Gis.Core.Pairing.Rounds;
using Gis.Web.Accounts;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;

namespace Gis.Web.Pairing;

/// <summary>The page of a law firm: what it tells of itself, what is proposed to it, whom it is paired with.</summary>
[Authorize(Policy = Rights.Firm)]
public sealed class FirmHomeModel(RoundDesk desk, CurrentNetwork current, Visitor visitor, Language language)
    : SideModel(PairingSide.Firm, desk, current, visitor, language);
