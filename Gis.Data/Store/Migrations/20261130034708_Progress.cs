using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gis.Data.Store.Migrations
{
    /// <inheritdoc />
    internal partial class Progress : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "assessment",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: true),
                    point_id = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    verdicts = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "DATE", nullable: true),
                    made_utc = table.Column<string>(type: "DATETIME", nullable: false),
                    changed_utc = table.Column<string>(type: "DATETIME", nullable: false),
                    author_id = table.Column<string>(type: "TEXT", nullable: false),
                    log_sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    point_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false),
                    caption = table.Column<string>(type: "TEXT", nullable: false),
                    taken_on = table.Column<DateOnly>(type: "DATE", nullable: false),
                    made_utc = table.Column<string>(type: "DATETIME", nullable: false),
                    author_id = table.Column<string>(type: "TEXT", nullable: false),
                    removed_utc = table.Column<string>(type: "DATETIME", nullable: true),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence", x => x.fid);
                    table.UniqueConstraint("AK_evidence_id", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "point_plan",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    point_id = table.Column<string>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "DATE", nullable: true),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_point_plan", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "setting",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_setting", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "standstill",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    point_id = table.Column<string>(type: "TEXT", nullable: false),
                    cause = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    since_on = table.Column<DateOnly>(type: "DATE", nullable: false),
                    until_on = table.Column<DateOnly>(type: "DATE", nullable: true),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_standstill", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "evidence_content",
                columns: table => new
                {
                    evidence_id = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_content", x => x.evidence_id);
                    table.ForeignKey(
                        name: "FK_evidence_content_evidence_evidence_id",
                        column: x => x.evidence_id,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_assessment_id",
                table: "assessment",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assessment_point_id",
                table: "assessment",
                column: "point_id");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_id",
                table: "evidence",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evidence_point_id",
                table: "evidence",
                column: "point_id");

            migrationBuilder.CreateIndex(
                name: "IX_point_plan_point_id",
                table: "point_plan",
                column: "point_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_setting_name",
                table: "setting",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_standstill_point_id",
                table: "standstill",
                column: "point_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assessment");

            migrationBuilder.DropTable(
                name: "evidence_content");

            migrationBuilder.DropTable(
                name: "point_plan");

            migrationBuilder.DropTable(
                name: "setting");

            migrationBuilder.DropTable(
                name: "standstill");

            migrationBuilder.DropTable(
                name: "evidence");
        }
    }
}
